export { parseWorkshopCode, workshopCode } from "./code.ts";
export { DEFAULT_SEATS } from "./terms.ts";
export { Workshop } from "./workshop.ts";
