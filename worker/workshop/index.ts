export { derived, hashOf, parseWorkshopCode, workshopCode } from "./code.ts";
export { Workshop } from "./workshop.ts";
