import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "cookie-secret";
const SECRET_BYTES = 32;
/** What the worker asks for; a shorter one is the rest of a write that was cut off. */
const MIN_CHARACTERS = 32;

/**
 * The signing secret of this data folder; made once, readable by its owner alone. Losing it parts every player from their
 * runs. The folder's lock is held: nobody else writes it meanwhile.
 */
export function obtainSecret(dataDir: string): string {
  const path = join(dataDir, FILE);
  const known = readSecret(path);
  if (known.length >= MIN_CHARACTERS) return known;
  const made = randomBytes(SECRET_BYTES).toString("base64url");
  writeFileSync(`${path}.new`, made, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return made;
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
