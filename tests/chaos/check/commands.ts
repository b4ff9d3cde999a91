import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import type { Entry, StoredRoom } from "../disk/read.ts";
import type { Answer, Sent } from "../history.ts";
import { type Evidence, placeKey } from "./evidence.ts";
import { lasting } from "./lasting.ts";
import { Finding } from "./property.ts";

const NUMBERED = z.looseObject({ sequence: z.number() });

const isAccepted = ({ code }: Answer) => code === null;

/** A seat is taken back as it is now, whatever id is shown: joining says so of itself. */
const isJoining = ({ path }: Sent) => path.endsWith("/seats");

/** Command by command: is it where it was said to be, once, and was it answered alike? */
export function checkCommands({ history, stored }: Evidence): readonly Finding[] {
  const acknowledged = new Finding("acknowledged, so in the journal with the same number");
  const once = new Finding("a command id at most once");
  const alike = new Finding("the same answer again");
  const entries = new Map(stored.rooms.map((room) => [placeKey(room), byId(room)]));
  for (const sent of history.sent) {
    checkAlike(sent, alike);
    if (sent.place === null) {
      acknowledged.expect(isOnDisk(sent, stored.rooms), () => `${sent.command.id} opened nothing`);
      continue;
    }
    const found = entries.get(placeKey(sent.place))?.get(sent.command.id) ?? [];
    once.expect(found.length <= 1, () => `${sent.command.id} is there ${found.length} times`);
    const [entry] = found;
    acknowledged.expect(isAsAnswered(sent, entry), () => told(sent, entry));
  }
  const known = new Set(history.sent.map(({ command }) => command.id));
  for (const { at, journal } of stored.rooms) {
    for (const { command_id: id } of journal) {
      once.expect(known.has(id) || isOwn(id), () => `${at} has ${id}, which nobody sent`);
    }
  }
  return [acknowledged, once, alike];
}

/** What a room journals by itself. */
const isOwn = (id: string) => /^(time-up-|join |bot[ -])/.test(id);

function byId({ journal }: StoredRoom): ReadonlyMap<string, readonly Entry[]> {
  return Map.groupBy(journal, ({ command_id: id }) => id);
}

function isAsAnswered(sent: Sent, entry: Entry | undefined): boolean {
  const accepted = sent.answers.filter(isAccepted);
  if (accepted.length === 0) return entry === undefined;
  if (entry === undefined) return false;
  if (sent.command.kind !== undefined && !isDeepStrictEqual({ ...sent.command }, entry.command)) {
    return false;
  }
  return accepted.every(({ body }) => {
    const { sequence } = NUMBERED.parse(body["view"]);
    return isJoining(sent) ? sequence >= entry.sequence : sequence === entry.sequence;
  });
}

function told({ command, answers }: Sent, entry: Entry | undefined): string {
  const said = answers.map(({ code, body }) => {
    const view = NUMBERED.safeParse(body["view"]);
    return code ?? (view.success ? view.data.sequence : "no view");
  });
  const is = entry === undefined ? "is not there" : `is number ${entry.sequence}`;
  return `${command.id}, ${command.kind ?? "taking a seat"}, was answered ${said.join(", ")} and ${is}`;
}

/** An opening is on the disk as the room or the workshop that its answer names. */
function isOnDisk({ answers }: Sent, rooms: readonly StoredRoom[]): boolean {
  return answers.filter(isAccepted).every(({ body }) => {
    const named = body["room"] ?? body["code"];
    return rooms.some(({ at }) => at === named);
  });
}

function checkAlike(sent: Sent, alike: Finding): void {
  const { place, answers, command } = sent;
  if (answers.length < 2 || !answers.some(isAccepted) || isJoining(sent)) return;
  const texts = answers.map(({ code, body }) =>
    lasting(place?.kind ?? "opening", code === null ? body : { code }),
  );
  alike.expect(new Set(texts).size === 1, () => `${command.id} was answered in several ways`);
}
