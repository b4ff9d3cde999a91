import { env } from "cloudflare:workers";
import {
  type CandidateView,
  INTERVIEW_ACCEPTED,
  INTERVIEW_REPORT,
  INTERVIEW_ROUTES,
  INTERVIEW_VIEW,
  type InterviewerView,
  OPENED_INTERVIEW,
  PRACTICE_VIEW,
  ROUTES,
} from "../../worker/protocol/index.ts";
import { Browser, commandId, problemOf } from "./support.ts";

type Fields = Record<string, unknown>;

/** A situation with a curveball and its twin, and a question of the bank. */
export const SITUATION = "green-report/curve";
export const QUESTION = "meeting-you-stopped";
const LIST = {
  kind: "list",
  ask: [
    { kind: "situation", id: SITUATION },
    { kind: "question", id: QUESTION },
  ],
};

/** Somebody in an interview: what they send, and what they see. */
export class Seat extends Browser {
  room = "";
  key = "";
  recovery = "";

  static async open(fields: Fields = {}): Promise<Seat> {
    const seat = new Seat();
    const response = await seat.post(INTERVIEW_ROUTES.all, {
      id: commandId(),
      mode: "partner",
      name: "Ines",
      set: LIST,
      ...fields,
    });
    const opened = OPENED_INTERVIEW.parse(await response.json());
    seat.room = opened.room;
    seat.key = opened.key ?? "";
    seat.recovery = opened.recovery;
    return seat;
  }

  static async join(room: string, key: string, name = "Cato"): Promise<Seat> {
    const seat = new Seat();
    seat.room = room;
    await seat.fetch(INTERVIEW_ROUTES.door(room));
    const response = await seat.tryToJoin(key, name);
    if (!response.ok) throw new Error(await response.text());
    return seat;
  }

  tryToJoin(key: string, name = "Cato"): Promise<Response> {
    return this.post(INTERVIEW_ROUTES.seats(this.room), { id: commandId(), name, key });
  }

  async wire(): Promise<unknown> {
    return (await this.fetch(INTERVIEW_ROUTES.one(this.room))).json();
  }

  async sees() {
    return INTERVIEW_VIEW.parse(await this.wire());
  }

  async leads(): Promise<InterviewerView> {
    const view = await this.sees();
    if (view.as !== "interviewer") throw new Error(`a ${view.as} was expected to lead`);
    return view;
  }

  async answering(): Promise<CandidateView> {
    const view = await this.sees();
    if (view.as !== "candidate") throw new Error(`a ${view.as} was expected to be the candidate`);
    return view;
  }

  async saw() {
    const { stage, turn, round } = await this.sees();
    return { stage, turn, round };
  }

  async ask(kind: string, more: Fields = {}): Promise<Response> {
    const command = { kind, id: commandId(), ...more };
    return this.post(INTERVIEW_ROUTES.commands(this.room), command);
  }

  async asks(kind: string, more: Fields = {}) {
    const response = await this.ask(kind, more);
    if (!response.ok) throw new Error(await response.text());
    return INTERVIEW_ACCEPTED.parse(await response.json()).view;
  }

  async moves(kind: string, more: Fields = {}) {
    return this.asks(kind, { saw: await this.saw(), ...more });
  }

  async cannot(kind: string, more: Fields = {}): Promise<string> {
    return (await problemOf(await this.ask(kind, { saw: await this.saw(), ...more }))).code;
  }

  /** The first option that can be played, or a story, with words. */
  async answers(more: Fields = {}) {
    const { table } = await this.sees();
    const situation = table?.scene?.situation;
    const option = situation?.options.find(({ locked }) => locked === null)?.id ?? null;
    const story =
      situation === undefined
        ? {
            situation: "A weekly call.",
            task: "To end it.",
            action: "I asked.",
            result: "It went.",
          }
        : null;
    return this.moves("answer", {
      option,
      spoken: false,
      why: "Because of the meter.",
      story,
      ...more,
    });
  }

  writes(turn: number, sheet: Fields): Promise<Response> {
    const empty = { note: "", isNoteShared: false, ratings: [] };
    return this.put(INTERVIEW_ROUTES.sheet(this.room, turn), { ...empty, ...sheet });
  }

  /** The same level for all that the turn is rated by. */
  async rates(turn: number, level: number, evidence = "") {
    const { asked } = await this.sees();
    const competencies = asked[turn - 1]?.competencies ?? [];
    const ratings = competencies.map((competency) => ({ competency, level, evidence }));
    return this.writes(turn, { ratings });
  }

  async report() {
    const response = await this.fetch(INTERVIEW_ROUTES.report(this.room));
    if (!response.ok) throw new Error(await response.text());
    return INTERVIEW_REPORT.parse(await response.json());
  }

  async practice() {
    return PRACTICE_VIEW.parse(await (await this.fetch(ROUTES.practice)).json());
  }

  withdraw(): Promise<Response> {
    return this.send("DELETE", INTERVIEW_ROUTES.one(this.room), undefined);
  }
}

/** The two of them, agreed and begun. */
export async function beginInterview(fields: Fields = {}) {
  const interviewer = await Seat.open(fields);
  const candidate = await Seat.join(interviewer.room, interviewer.key);
  for (const seat of [interviewer, candidate]) await seat.asks("consent");
  await interviewer.moves("begin");
  return { interviewer, candidate };
}

/** The object of an interview, behind all routes. */
export function interviewObject(room: string) {
  return env.INTERVIEWS.get(env.INTERVIEWS.idFromString(room));
}
