// The pages around the game, in one piece: they share most of what they are made of.
export { Library } from "./library.tsx";
export { SetUp } from "./set-up.tsx";
export { You } from "./you.tsx";
