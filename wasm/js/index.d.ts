export type * from "./design.js";
export * from "./verbs.js";
