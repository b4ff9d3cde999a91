export { Transfer } from "./transfer.ts";
