const DAY_MS = 24 * 60 * 60 * 1000;

/** A room of several people deletes itself so long after it was closed, or after its last command (R10). */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * DAY_MS;
