// What every call checks before it goes into the module: there, a wrong argument would be a riddle or a silent nonsense.

let loaded = false;

/** The module is there: called by whichever entry has loaded it. */
export function loadedNow() {
  loaded = true;
}

/** @param {string} verb */
export function called(verb) {
  if (!loaded) throw new Error(`${verb}: the module is not loaded yet; \`await init()\` first`);
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function string(verb, name, value) {
  if (typeof value !== "string") throw wrong(verb, name, "a string", value);
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function maybeString(verb, name, value) {
  if (value !== undefined && value !== null) string(verb, name, value);
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function index(verb, name, value) {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw wrong(verb, name, "a whole number from 0", value);
  }
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function boolean(verb, name, value) {
  if (typeof value !== "boolean") throw wrong(verb, name, "true or false", value);
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function bytes(verb, name, value) {
  // Not `instanceof`: a test runner or a frame may have a Uint8Array of its own.
  if (Object.prototype.toString.call(value) !== "[object Uint8Array]") throw wrong(verb, name, "a Uint8Array", value);
}

/** @param {string} verb @param {string} name @param {unknown} value @param {Function} type */
export function instance(verb, name, value, type) {
  if (!(value instanceof type)) throw wrong(verb, name, `a ${type.name}`, value);
  alive(verb, value);
}

/** @param {string} verb @param {object} handle */
export function alive(verb, handle) {
  // Where wasm-bindgen keeps the place of what a handle stands for: none once it was freed.
  if (!handle.__wbg_ptr) throw new Error(`${verb}: this ${handle.constructor.name} was freed`);
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function json(verb, name, value, depth = 0) {
  if (Array.isArray(value)) {
    deep(verb, name, depth);
    value.forEach((inside, at) => json(verb, `${name}[${at}]`, inside, depth + 1));
  } else if (isTable(value)) {
    deep(verb, name, depth);
    for (const [key, inside] of Object.entries(value)) json(verb, `${name}.${key}`, inside, depth + 1);
  } else if (value !== null && !["string", "boolean"].includes(typeof value) && !Number.isFinite(value)) {
    throw wrong(verb, name, "a JSON value", value);
  }
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function changes(verb, name, value) {
  if (!Array.isArray(value)) throw wrong(verb, name, "an array of pairs [path, value]", value);
  value.forEach((pair, at) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw wrong(verb, `${name}[${at}]`, "a pair [path, value]", pair);
    string(verb, `${name}[${at}][0]`, pair[0]);
    json(verb, `${name}[${at}][1]`, pair[1]);
  });
}

/** @param {string} verb @param {string} name @param {unknown} value */
export function secrets(verb, name, value) {
  if (value === undefined || value === null) return;
  if (!isTable(value)) throw wrong(verb, name, "an object of references and their texts", value);
  for (const [key, secret] of Object.entries(value)) string(verb, `${name}[${JSON.stringify(key)}]`, secret);
}

/** Deeper than any design: most likely something that holds itself. */
function deep(verb, name, depth) {
  if (depth > 64) throw new TypeError(`${verb}: ${name.split(/[.[]/, 1)} is nested too deeply, or holds itself`);
}

function isTable(value) {
  return Object.prototype.toString.call(value) === "[object Object]";
}

function wrong(verb, name, wanted, value) {
  return new TypeError(`${verb}: ${name} must be ${wanted}, not ${described(value)}`);
}

function described(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (typeof value === "object") return Array.isArray(value) ? "an array" : "an object";
  return `a ${typeof value}`;
}
