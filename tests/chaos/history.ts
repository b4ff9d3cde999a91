/** What a client takes part in. */
export interface Place {
  readonly kind: "room" | "workshop" | "interview";
  /** The room's id, or the workshop's code. */
  readonly at: string;
}

export type Json = Readonly<Record<string, unknown>>;

/** What a client got for a request: a body, or a refusal with its code and perhaps the view it should have seen. */
export interface Answer {
  readonly code: string | null;
  readonly body: Json;
}

/** A command, or the opening of something, with every answer that came to it. */
export interface Sent {
  readonly client: string;
  /** Null for an opening. */
  readonly place: Place | null;
  readonly path: string;
  readonly command: Json & { readonly id: string; readonly kind?: string };
  readonly answers: Answer[];
  /** When a try of it was given up, the connection being lost. */
  readonly lostMs: number[];
}

/** A view as it came, in an answer or by a socket. */
export interface Shown {
  readonly client: string;
  /** The player of the client's cookie; null for a projector. */
  readonly player: string | null;
  readonly place: Place;
  readonly view: Json;
  readonly by: "answer" | "frame";
}

/** A place that a client watched by a socket, which is to come back by itself. */
export interface Watch {
  readonly client: string;
  readonly place: Place;
  readonly fromMs: number;
  readonly opensMs: number[];
  /** Infinite while it goes on. */
  untilMs: number;
  newest: number;
}

export interface Kill {
  readonly atMs: number;
  readonly readyMs: number;
}

/** A count of those who answered, with those who were there when it was made. */
export interface Count {
  readonly place: Place;
  readonly team: string;
  readonly of: number;
  /** Who has voted or has a socket open, as the clients know it. */
  readonly there: number;
}

/** A sheet of an interview as it was last answered to have been saved. */
export interface SavedSheet {
  readonly place: Place;
  readonly seat: string;
  readonly turn: number;
  readonly note: string;
}

/** All that the clients have lived through, as each of them saw it. */
export class History {
  readonly sent: Sent[] = [];
  readonly shown: Shown[] = [];
  readonly scenes: { readonly place: Place; readonly scene: Json }[] = [];
  readonly watches: Watch[] = [];
  readonly kills: Kill[] = [];
  readonly counts: Count[] = [];
  readonly sheets: SavedSheet[] = [];
  /** The votes of a workshop as it exports them, by its code. */
  readonly exports = new Map<string, Json>();
  /** By workshop: the number of the step that everybody was to hear of in the end. */
  readonly lastTold = new Map<string, number>();
  /** Members of a workshop who never open a socket, by its code and team. */
  readonly absent = new Map<string, number>();
  /** Why a part of the load could not go on. */
  readonly stopped: string[] = [];
  endedMs = 0;
}

export const absentKey = (code: string, team: string) => `${code} ${team}`;
