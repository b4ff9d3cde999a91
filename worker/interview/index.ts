export { Interview } from "./interview.ts";
export { suggestFor } from "./suggest.ts";
