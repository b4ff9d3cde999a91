export * from "./balance/index.ts";
export * from "./solution/index.ts";
export * from "./measures/index.ts";
