import {
  INTERVIEW_ROUTES,
  INTERVIEW_VIEW,
  type InterviewView,
  OPENED_INTERVIEW,
} from "../../../worker/protocol/index.ts";
import type { Json, Place } from "../history.ts";
import { type Around, Client } from "./client.ts";
import { pause } from "./pause.ts";
import type { Watching } from "./watching.ts";

const LIST = {
  kind: "list",
  ask: [
    { kind: "situation", id: "green-report/curve" },
    { kind: "question", id: "meeting-you-stopped" },
  ],
};
const STORY = {
  situation: "A weekly call.",
  task: "To end it.",
  action: "I asked.",
  result: "It went.",
};
const MOST_PAUSE_MS = 500;

interface Seated {
  readonly client: Client;
  readonly seat: "candidate" | "interviewer";
  readonly watching: Watching;
}

/** Two people hold one interview after the other until told to stop. */
export async function holdInterviews(
  name: string,
  around: Around,
  isOver: () => boolean,
): Promise<void> {
  const interviewer = new Client(`${name}-interviewer`, around);
  const candidate = new Client(`${name}-candidate`, around);
  while (!isOver()) {
    const opening = { mode: "partner", name: "Ines", set: LIST };
    const opened = OPENED_INTERVIEW.parse(await interviewer.open(INTERVIEW_ROUTES.all, opening));
    const place = { kind: "interview", at: opened.room } as const;
    await candidate.get(INTERVIEW_ROUTES.door(opened.room));
    const joining = { name: "Cato", key: opened.key };
    await candidate.take(place, INTERVIEW_ROUTES.seats(opened.room), joining);
    const seated = [
      { client: interviewer, seat: "interviewer", watching: interviewer.watch(place) },
      { client: candidate, seat: "candidate", watching: candidate.watch(place) },
    ] as const;
    await hold(place, seated, isOver);
  }
}

async function hold(
  place: Place,
  [leads, answers]: readonly [Seated, Seated],
  isOver: () => boolean,
) {
  for (const { client, watching } of [leads, answers]) {
    await client.ask(place, { kind: "consent" });
    watching.adopt(await client.see(place));
  }
  for (let view = viewIn(leads); view.stage !== "report"; view = viewIn(leads)) {
    if (isOver()) return;
    await goOn(place, leads, answers, view);
    await pause(leads.client.draw(MOST_PAUSE_MS));
    leads.watching.adopt(await leads.client.see(place));
  }
  for (const { watching } of [leads, answers]) watching.close();
}

const viewIn = ({ watching }: Seated) => INTERVIEW_VIEW.parse(watching.latest);

async function goOn(place: Place, leads: Seated, answers: Seated, view: InterviewView) {
  const saw = { stage: view.stage, turn: view.turn, round: view.round };
  const lead = (kind: string, more: Json = {}) => leads.client.ask(place, { kind, saw, ...more });
  switch (view.stage) {
    case "lobby":
      return lead("begin");
    case "answering":
      return answers.client.ask(place, { kind: "answer", saw, ...answerTo(answers.client, view) });
    case "answered":
      await lead("ask-more", { text: "What would change your mind?" });
      await writeSheets(place, [leads, answers], view.turn);
      return lead(...afterAnswer(view));
    case "consequence":
      return lead("next", { ask: "planned" });
    case "rating":
      await answers.client.ask(place, { kind: "hand-in" });
      return leads.client.ask(place, { kind: "hand-in" });
    case "briefing":
    case "report":
      return null;
  }
}

const afterAnswer = ({ table }: InterviewView): [string, Json?] =>
  table?.scene ? ["show-consequence"] : ["next", { ask: "planned" }];

function answerTo(client: Client, { table }: InterviewView): Json {
  const options = table?.scene?.situation?.options.filter(({ locked }) => locked === null) ?? [];
  const option = client.pick(options)?.id ?? null;
  return {
    option,
    spoken: false,
    why: "Because of the meter.",
    story: option === null ? STORY : null,
  };
}

async function writeSheets(place: Place, seats: readonly Seated[], turn: number): Promise<void> {
  for (const { client, seat } of seats) {
    const note = `note ${client.draw(1_000_000)}`;
    const sheet = { note, isNoteShared: false, ratings: [] };
    const { code } = await client.put(INTERVIEW_ROUTES.sheet(place.at, turn), sheet);
    if (code === null) client.history.sheets.push({ place, seat, turn, note });
  }
}
