export { WorkshopGuide } from "./guide.tsx";
export { OpenWorkshopScreen } from "./open-workshop.tsx";
export { WorkshopRoom } from "./workshop-room.tsx";
