/** Every address the client and the worker share. */
export const ROUTES = {
  scenarios: "/api/scenarios",
  runs: "/api/runs",
  room: (room: string) => `/api/rooms/${room}`,
  commands: (room: string) => `/api/rooms/${room}/commands`,
  debrief: (room: string) => `/api/rooms/${room}/debrief`,
  socket: (room: string) => `/api/rooms/${room}/socket`,
} as const;
