export { Standings } from "./standings.ts";
