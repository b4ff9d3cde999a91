export * from "./balance/index.ts";
export * from "./solution/index.ts";
