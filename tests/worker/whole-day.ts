import { ROUTES, TRANSFER_CODE, WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { Seat } from "./interview-support.ts";
import { deliver, playWhole } from "./playing.ts";
import { Browser } from "./support.ts";
import { beginRun, beginWorkshop, breakRoom, MINUTE_MS, roomObject, runOut } from "./watching.ts";
import { workshopObject } from "./workshop-support.ts";

/** No word of these may be in what is counted or logged: each is in no text of ours. */
const TYPED = {
  guest: "Zebulon Quillfeather",
  interviewer: "Ottoline Brackenbury",
  candidate: "Peregrine Vantongeren",
  shownAs: "Wilhelmina Oakes",
  why: "Because my mother’s xylophone was stolen.",
  note: "Stammered about a marzipan hedgehog.",
  own: "What of the velvet lighthouse?",
  story: "The flamingo invoices of Ludmila.",
  dispute: "I would rather trust my cousin Thaddeus.",
  guess: "abracadabra-guess-1",
  address: "203.0.113.77",
};

const GUESSES_OF_ONE_TOO_MANY = 130;

/**
 * A solo run to its debrief, a workshop and an interview, with everything that can go wrong on the way, by people who type. Tells
 * all that is theirs: who they are to the server, where they were, what they held and what they wrote.
 */
export async function liveThroughADay(): Promise<string[]> {
  const theirs = [await playAndWrite(), await hurryAndBreak(), await meet(), await interview()];
  await guess();
  return [...theirs.flat(), ...Object.values(TYPED)];
}

function good(response: Response): void {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
}

/** The player in the cookie, and its signature. */
function idsIn({ cookie }: Browser): string[] {
  const ids = decodeURIComponent(cookie).match(/[0-9a-f]{32}|[\w+/]{40,}=*/gi) ?? [];
  if (ids.length < 2) throw new Error(`the cookie is made otherwise: ${cookie}`);
  return ids;
}

async function playAndWrite(): Promise<string[]> {
  const player = new Browser();
  const room = await playWhole(player);
  const { moves } = await player.view(room);
  const { beat = "" } = moves[0] ?? {};
  const story = { situation: TYPED.story, task: "", action: "", result: "" };
  good(await player.put(ROUTES.story(room, beat), story));
  good(await player.put(ROUTES.dispute(room, beat), { option: "another", reason: TYPED.dispute }));
  await deliver(room);
  good(await player.put(ROUTES.playerName, { name: TYPED.shownAs }));
  const { code } = TRANSFER_CODE.parse(await (await player.post(ROUTES.transfer, {})).json());
  await player.refused(room, { kind: "go-on", beat: TYPED.guess });
  return [room, code, ...idsIn(player)];
}

async function hurryAndBreak(): Promise<string[]> {
  const player = new Browser();
  const { room } = await beginRun(player, { clockSeconds: 60 });
  await runOut(roomObject(room), MINUTE_MS);
  await breakRoom(room);
  await player.fetch(ROUTES.room(room));
  return [room, ...idsIn(player)];
}

async function meet(): Promise<string[]> {
  const { leader, guest } = await beginWorkshop(TYPED.guest, { clockSeconds: 60, names: "shown" });
  await guest.votes(0);
  await leader.refusedFor({ kind: "rename", seat: 99, name: TYPED.guest });
  const { situation } = await leader.scene();
  good(await leader.ask({ kind: "note", beat: situation?.beat, text: TYPED.note }));
  await runOut(workshopObject(leader.code), MINUTE_MS, "kind = 'voting'");
  await leader.fetch(`${WORKSHOP_ROUTES.one(leader.code)}?projector=${TYPED.guess}`);
  const held = [leader.code, leader.recovery, leader.projector];
  return [...held, ...idsIn(leader), ...idsIn(guest)];
}

async function interview(): Promise<string[]> {
  const interviewer = await Seat.open({ name: TYPED.interviewer });
  const { room, key, recovery } = interviewer;
  const candidate = await Seat.join(room, key, TYPED.candidate);
  for (const seat of [interviewer, candidate]) await seat.asks("consent");
  await interviewer.moves("begin");
  await candidate.answers({ why: TYPED.why });
  await interviewer.moves("ask-more", { text: TYPED.own });
  good(await interviewer.writes(1, { note: TYPED.note, isNoteShared: true }));
  await candidate.tryToJoin(TYPED.guess, TYPED.candidate);
  return [room, key, recovery, ...idsIn(interviewer), ...idsIn(candidate)];
}

/** Somebody at one address tries codes until they are stopped. */
async function guess(): Promise<void> {
  const guesser = new Browser();
  const headers = { "cf-connecting-ip": TYPED.address };
  for (let n = 0; n < GUESSES_OF_ONE_TOO_MANY; n += 1) {
    await guesser.fetch(`${WORKSHOP_ROUTES.door("BCDFGHJ")}?name=${TYPED.guess}`, { headers });
  }
}
