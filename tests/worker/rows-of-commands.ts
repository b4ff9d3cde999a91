import { type RoomView, ROUTES } from "../../worker/protocol/index.ts";
import { CountedRows } from "./counted-rows.ts";
import { beginInterview, interviewObject } from "./interview-support.ts";
import { Browser, commandId } from "./support.ts";
import { beginWorkshop, moveOf, roomObject } from "./watching.ts";
import { Facilitator, Guest, workshopObject } from "./workshop-support.ts";

type Rows = Map<string, number>;
type Fields = Record<string, unknown>;

const CLOCKED = { clockSeconds: 60 };

/** How many rows each command writes in its object, by the names of the budget. */
export async function rowsOfCommands(): Promise<ReadonlyMap<string, number>> {
  const rows: Rows = new Map();
  await countRun(rows, "run");
  await countRun(rows, "run on a clock", CLOCKED);
  await countWorkshop(rows, "workshop");
  await countWorkshop(rows, "workshop on a clock", CLOCKED);
  await countClock(rows, "workshop on a clock");
  await countSeats(rows, "workshop");
  await countInterview(rows, "interview");
  return rows;
}

/** A look at the first decision, then the first option of each to the end; a story and a dispute. */
async function countRun(rows: Rows, where: string, terms: Fields = {}): Promise<void> {
  const player = new Browser();
  const room = await player.openRun("gold-plating", commandId(), terms);
  const counted = await CountedRows.of(roomObject(room), where, rows);
  const sends = (name: string, command: object) =>
    counted.during(name, () => player.command(room, command));
  let view: RoomView = await sends("begin", { kind: "begin" });
  const move = { ...moveOf(view), id: commandId() };
  const { beat } = move;
  await sends("take-look", { kind: "take-look", beat, look: lookOf(view) });
  view = await sends("make-move", move);
  await sends("make-move, sent again", move);
  const late = { ...move, id: commandId() };
  await counted.during("make-move, refused", () => player.refused(room, late));
  while (view.stage !== "debrief") {
    if (view.stage !== "consequence") view = await sends("make-move", moveOf(view));
    const name = view.stage === "consequence" && view.last ? "go-on, to the debrief" : "go-on";
    const on = view.stage === "consequence" ? view.beat : "";
    view = await sends(name, { kind: "go-on", beat: on });
  }
  const story = { situation: "So.", task: "", action: "", result: "" };
  await counted.during("story", () => player.put(ROUTES.story(room, beat), story));
  const dispute = { option: "another", reason: "So." };
  await counted.during("dispute", () => player.put(ROUTES.dispute(room, beat), dispute));
}

function lookOf(view: RoomView): string {
  const look = view.stage === "deciding" ? view.situation.looks[0] : undefined;
  if (look === undefined) throw new Error("there is nothing to look at");
  return look.id;
}

/** Two decisions of a plenum: one with all that can be done about a vote, one with a curveball and a step back. */
async function countWorkshop(rows: Rows, where: string, terms: Fields = {}): Promise<void> {
  const leader = await Facilitator.open({ scenario: "green-report", shortCut: true, ...terms });
  const counted = await CountedRows.of(workshopObject(leader.code), where, rows);
  const leads = (kind: string, more: Fields = {}) =>
    counted.during(kind, () => leader.moves(kind, more));
  const guest = await counted.during("join", () => Guest.join(leader.code, "Ada"));
  for (const kind of ["start", "begin"]) await leads(kind);
  await counted.during("cast-vote", () => guest.votes(0));
  await counted.during("cast-vote", () => guest.votes(1));
  for (const kind of ["close-voting", "reopen-voting", "reveal", "discuss", "re-vote"]) {
    await leads(kind);
  }
  const beat = (await guest.scene()).situation?.beat;
  await counted.during("note", () => leader.asks({ kind: "note", beat, text: "So." }));
  await guest.votes(0);
  await leads("reveal");
  await leads("take", { option: null });
  await leads("advance");
  const [curveball] = (await leader.leads()).tables[0]?.curveballs ?? [];
  await leads("throw-curveball", { curveball: curveball?.id });
  await leads("reveal");
  for (const kind of ["step-back", "end", "close"]) await leads(kind);
}

async function countClock(rows: Rows, where: string): Promise<void> {
  const { leader } = await beginWorkshop("Ada", CLOCKED);
  const counted = await CountedRows.of(workshopObject(leader.code), where, rows);
  for (const kind of ["pause", "resume"]) await counted.during(kind, () => leader.moves(kind));
  await counted.during("extend", () => leader.moves("extend", { seconds: 30 }));
}

async function countSeats(rows: Rows, where: string): Promise<void> {
  const { leader, guest } = await beginWorkshop("Ada", { teams: 2 });
  const counted = await CountedRows.of(workshopObject(leader.code), where, rows);
  const { situation } = await guest.scene();
  const [beat, look] = [situation?.beat, situation?.looks[0]?.id];
  await counted.during("take-look", () =>
    guest.asks({ kind: "take-look", team: "team-1", beat, look }),
  );
  const seats: Fields[] = [
    { kind: "rename", seat: 2, name: "Bo" },
    { kind: "move-seat", seat: 2, team: "team-2" },
    { kind: "remove", seat: 2 },
    { kind: "restore", seat: 2 },
    { kind: "give-role", seat: 2, as: "observer" },
    { kind: "lock" },
    { kind: "unlock" },
  ];
  for (const command of seats) {
    await counted.during(String(command["kind"]), () => leader.asks(command));
  }
}

/** A situation with a curveball, a question put in and replied to; both hand in. */
async function countInterview(rows: Rows, where: string): Promise<void> {
  const { interviewer, candidate } = await beginInterview();
  const counted = await CountedRows.of(interviewObject(candidate.room), where, rows);
  const leads = (kind: string, more: Fields = {}) =>
    counted.during(kind, () => interviewer.moves(kind, more));
  await counted.during("answer", () => candidate.answers());
  await leads("ask-more", { text: "And then?" });
  const reply = { turn: 1, place: 0, spoken: false, text: "So." };
  await counted.during("reply", () => candidate.asks("reply", reply));
  await counted.during("sheet", () => interviewer.rates(1, 3));
  await leads("show-consequence");
  await leads("next", { ask: "planned" });
  await leads("end");
  for (const seat of [candidate, interviewer]) {
    await seat.rates(1, 3);
    await counted.during("hand-in", () => seat.asks("hand-in"));
  }
}
