/** Loads the module, which is inside this file. Once it is there, further calls return at once. */
export default function init(): Promise<void>;

export type * from "./design.js";
export * from "./verbs.js";
