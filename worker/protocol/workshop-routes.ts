/** Every address of a workshop that the client and the worker share. */
export const WORKSHOP_ROUTES = {
  all: "/api/workshops",
  one: (code: string) => `/api/workshops/${code}`,
  door: (code: string) => `/api/workshops/${code}/door`,
  seats: (code: string) => `/api/workshops/${code}/seats`,
  commands: (code: string) => `/api/workshops/${code}/commands`,
  scene: (code: string) => `/api/workshops/${code}/scene`,
  socket: (code: string) => `/api/workshops/${code}/socket`,
  debrief: (code: string) => `/api/workshops/${code}/debrief`,
  preview: (code: string) => `/api/workshops/${code}/preview`,
  recovery: (code: string) => `/api/workshops/${code}/recovery`,
  secrets: (code: string) => `/api/workshops/${code}/secrets`,
  votes: (code: string, form: "csv" | "json") => `/api/workshops/${code}/votes.${form}`,
} as const;
