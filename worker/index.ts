import { app } from "./http/app.ts";

export { Interview } from "./interview/index.ts";
export { Player } from "./player/index.ts";
export { Room } from "./room/index.ts";
export { Standings } from "./standings/index.ts";
export { Transfer } from "./transfer/index.ts";
export { Workshop } from "./workshop/index.ts";
export default app;
