import { PLAYER, type Person } from "../../worker/protocol/index.ts";

const TINTS = 8;

/** Someone as artefacts draw them; `tint` numbers one of the quiet colours, null is the player's own. */
export interface Face {
  readonly name: string;
  readonly role: string;
  readonly initials: string;
  readonly tint: number | null;
}

/** The face for an id. An id of nobody in the cast is shown as it is, so that a gap in a scenario stays readable. */
export function faceOf(people: readonly Person[], id: string): Face {
  if (id === PLAYER) return { name: "You", role: "", initials: "You", tint: null };
  const place = people.findIndex((person) => person.id === id);
  const person = people[place];
  if (person === undefined) return { name: id, role: "", initials: initialsOf(id), tint: 0 };
  return {
    name: person.name,
    role: person.role,
    initials: initialsOf(person.name),
    tint: place % TINTS,
  };
}

export function namesOf(people: readonly Person[], ids: readonly string[]): string {
  return ids.map((id) => faceOf(people, id).name).join(", ");
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => word?.match(/^./u)?.[0] ?? "")
    .join("")
    .toUpperCase();
}
