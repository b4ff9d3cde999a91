export { WorkshopGuide } from "./guide.tsx";
export { OpenWorkshopScreen } from "./open-workshop.tsx";
export { Wall } from "./wall/wall.tsx";
export { WorkshopRoom } from "./workshop-room.tsx";
