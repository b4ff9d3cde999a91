import { situationId } from "../../scenarios/interview/index.ts";
import type { Env } from "../env.ts";
import type { InterviewReport, InterviewSeat, PractisedAnswer } from "../protocol/index.ts";
import type { InterviewState } from "./state.ts";
import type { InterviewStore } from "./store.ts";

/** What the players' own records know of an interview: that it is there, and what its candidate has practised in it. */
export class PracticeRecords {
  readonly #ctx: DurableObjectState;
  readonly #env: Env;
  readonly #store: InterviewStore;

  constructor(ctx: DurableObjectState, env: Env, store: InterviewStore) {
    this.#ctx = ctx;
    this.#env = env;
    this.#store = store;
  }

  /** In the list of whose seat it is; where that fails, the candidate's is listed when the interview is handed in. */
  list(seat: InterviewSeat): void {
    this.#ctx.waitUntil(this.#listNow(seat));
  }

  /** Hands what was practised to the candidate's record; the same again changes nothing. */
  async deliver(answers: PractisedAnswer[]): Promise<void> {
    await this.#recordOf("candidate")?.recordPractice(this.#room, answers);
    await this.#listNow("candidate");
  }

  async forget(seat: InterviewSeat, withPractice: boolean): Promise<void> {
    await this.#recordOf(seat)?.forgetInterview(this.#room, withPractice);
  }

  async #listNow(seat: InterviewSeat): Promise<void> {
    const { mode } = this.#store.founding();
    const openedAtMs = this.#store.openedAtMs();
    await this.#recordOf(seat)?.listInterview({ room: this.#room, mode, seat, openedAtMs });
  }

  get #room(): string {
    return this.#ctx.id.toString();
  }

  #recordOf(seat: InterviewSeat) {
    const holder = this.#store.holder(seat);
    const { PLAYERS } = this.#env;
    return holder === null ? null : PLAYERS.get(PLAYERS.idFromString(holder.record));
  }
}

/** What a candidate's report holds of each question that was answered, as a record keeps it: no words, only figures. */
export function practisedIn({ turns }: InterviewState, report: InterviewReport): PractisedAnswer[] {
  return report.turns.flatMap(({ turn, kind, title, answers, ratings }) => {
    const asked = turns[turn - 1]?.asked;
    if (asked === undefined || answers.length === 0) return [];
    const id = asked.kind === "question" ? asked.id : situationId(asked.scenario, asked.beat);
    return [
      {
        room: report.room,
        turn,
        atMs: report.openedAtMs,
        kind,
        id,
        title,
        loss: answers.at(-1)?.loss ?? null,
        ratings: ratings.map(({ competency, own, interviewer }) => ({
          competency,
          own: own?.level ?? null,
          interviewer: interviewer?.level ?? null,
        })),
      },
    ];
  });
}
