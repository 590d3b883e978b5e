/** Where the module comes from: an address, an answer to a request, its bytes, or the compiled module. */
export type InitInput = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** What {@link initSync} can take: the module's bytes, or the compiled module. */
export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Loads the module; by default the file `wso2_design_bg.wasm` beside this one. Once it is there, further calls return at once.
 *
 * @throws where it cannot be had or is none: a later call may try again.
 */
export default function init(
  source?: InitInput | Promise<InitInput> | { module_or_path?: InitInput | Promise<InitInput> },
): Promise<void>;

/** Loads the module from what is at hand, without waiting. Browsers allow this to workers only. */
export function initSync(source: SyncInitInput | { module: SyncInitInput }): void;

export type * from "./design.js";
export * from "./verbs.js";
