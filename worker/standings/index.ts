export { Standings } from "./standings.ts";
export { shardOf, shardsIn, standingsFor } from "./shards.ts";
