// What a person wants of the page, remembered on this machine. Nothing of a design ever is.

const PREFIX = "wso2-design.";

// A browser may forbid the storage: then a choice holds until the page is left.
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** `null` forgets. */
export function remember(key: string, to: string | null) {
  try {
    if (to === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, to);
  } catch {
    return;
  }
}
