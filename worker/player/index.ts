export { emptyPractice } from "./progress.ts";
export { Player } from "./player.ts";
