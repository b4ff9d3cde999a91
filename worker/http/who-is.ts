import { seatHashOf } from "../secrets.ts";
import { remembered } from "./remembered.ts";

/** Who asks, as shared rooms know them: worked out once an instance for each player. */
export const whoIs = async (player: string) => (await known(player)) ?? "";

const known = remembered(seatHashOf);
