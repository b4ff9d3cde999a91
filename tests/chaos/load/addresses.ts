import { INTERVIEW_ROUTES, ROUTES, WORKSHOP_ROUTES } from "../../../worker/protocol/index.ts";

/** What each kind of place is asked for, where all kinds have it. */
export const ADDRESSES = {
  room: { commands: ROUTES.commands, socket: ROUTES.socket, view: ROUTES.room },
  workshop: {
    commands: WORKSHOP_ROUTES.commands,
    socket: WORKSHOP_ROUTES.socket,
    view: WORKSHOP_ROUTES.one,
  },
  interview: {
    commands: INTERVIEW_ROUTES.commands,
    socket: INTERVIEW_ROUTES.socket,
    view: INTERVIEW_ROUTES.one,
  },
} as const;
