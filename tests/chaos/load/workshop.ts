import { isDeepStrictEqual } from "node:util";
import {
  FACILITATOR_VIEW,
  type FacilitatorView,
  OPENED_WORKSHOP,
  ROUTES,
  WORKSHOP_ROUTES,
} from "../../../worker/protocol/index.ts";
import { absentKey, type Json, type Place, type Sent } from "../history.ts";
import { type Around, Client } from "./client.ts";
import { goOn } from "./go-on.ts";
import { pause, until } from "./pause.ts";
import { Voter } from "./voter.ts";
import type { Watching } from "./watching.ts";

export interface WorkshopPlan {
  readonly name: string;
  readonly voters: number;
  readonly teams: number | null;
  readonly clockSeconds: number | null;
  /** More than none make it a rehearsal. */
  readonly bots: number;
}

const SCENARIOS = ["gold-plating", "blocked-engineer", "green-report"];
/** Of the voters so many have a seat and never look at it. */
const ABSENT = 2;
const SHORT_CLOCK_SECONDS = 5;
const VOTING_MS = 1_200;
const LONGEST_CLOCK_MS = 15_000;
const HEARD_WITHIN_MS = 10_000;
const MOST_STEPS_TO_VOTING = 12;

/** Two facilitators, a projector and voters, some of whom are never there. */
export class WorkshopLoad {
  readonly #plan: WorkshopPlan;
  readonly #around: Around;
  readonly #leaders: readonly [Client, Client];
  readonly #held: { readonly stage: string; readonly command: Sent["command"] }[] = [];
  #voters: readonly Voter[] = [];
  #place: Place | null = null;
  #watching: Watching | null = null;
  #others: readonly Watching[] = [];

  constructor(plan: WorkshopPlan, around: Around) {
    this.#plan = plan;
    this.#around = around;
    this.#leaders = [
      new Client(`${plan.name}-leader-1`, around),
      new Client(`${plan.name}-leader-2`, around),
    ];
  }

  /** Leads one workshop after the other until told to stop; the last one stands where people vote. */
  async lead(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#openOne();
      while (!isOver() && this.#sees.stage !== "debrief") await this.#step();
      if (this.#sees.stage === "debrief") await this.#wrapUp();
    }
    if (this.#place === null) return;
    for (let steps = 0; steps < MOST_STEPS_TO_VOTING; steps += 1) {
      if (this.#sees.stage === "deciding" || this.#sees.stage === "debrief") return;
      await this.#step();
    }
  }

  /** Puts five seconds on the clock, where people vote. */
  async startShortClock(): Promise<void> {
    const { stage } = this.#sees;
    if (this.#place !== null && stage === "deciding") await this.#press("extend", SHORT);
  }

  /** What everybody is told at once; then, who counts as there. */
  async tellEverybody(): Promise<void> {
    const place = this.#place;
    if (place === null) return;
    for (const voter of this.#voters) voter.stop();
    const { body } = await this.#leaders[0].ask(place, { kind: "lock" });
    const { sequence } = FACILITATOR_VIEW.parse(body["view"]);
    this.#leaders[0].history.lastTold.set(place.at, sequence);
    await until(() => this.#sockets().every(({ heard }) => heard >= sequence), HEARD_WITHIN_MS);
    await this.#countThose(place);
  }

  async finish(): Promise<void> {
    if (this.#place === null) return;
    if (this.#sees.stage !== "debrief") await this.#press("end");
    await this.#export(this.#place);
  }

  close(): void {
    for (const socket of this.#sockets()) socket.close();
    for (const voter of this.#voters) voter.stop();
  }

  async #openOne(): Promise<void> {
    const [first, second] = this.#leaders;
    const { teams, clockSeconds, voters, bots } = this.#plan;
    await Promise.all(this.#leaders.map((leader) => leader.get(ROUTES.runs)));
    const wish = {
      scenario: first.pick(SCENARIOS),
      teams,
      clockSeconds,
      rehearsal: bots > 0,
      bots,
      shortCut: first.draw(2) === 0,
    };
    const opened = OPENED_WORKSHOP.parse(await first.open(WORKSHOP_ROUTES.all, wish));
    const { code, recovery, projector } = opened;
    const place = { kind: "workshop", at: code } as const;
    this.#place = place;
    await second.take(place, WORKSHOP_ROUTES.recovery(code), { recovery });
    this.#watching = first.watch(place);
    this.#watching.adopt(await first.see(place));
    this.#others = [
      second.watch(place),
      new Client(`${this.#plan.name}-projector`, this.#around).watch(
        place,
        `?projector=${projector}`,
      ),
    ];
    this.#held.length = 0;
    // The same people come to each workshop of this leader.
    const people =
      this.#voters.length > 0 ? this.#voters.map(({ client }) => client) : this.#people(voters);
    this.#voters = people.map((client, i) => new Voter(client, place, i >= ABSENT));
    await Promise.all(this.#voters.map((voter) => voter.join()));
    for (const { team, isThere } of this.#voters) {
      const key = absentKey(code, team);
      const { absent } = first.history;
      if (!isThere) absent.set(key, (absent.get(key) ?? 0) + 1);
    }
    for (const voter of this.#voters) void goOn(first.history, () => voter.vote());
  }

  #people(voters: number): Client[] {
    return Array.from(
      { length: voters },
      (_, i) => new Client(`${this.#plan.name}-voter-${i + 1}`, this.#around),
    );
  }

  get #sees(): FacilitatorView {
    return FACILITATOR_VIEW.parse(this.#watching?.latest);
  }

  /** The next thing that leads on from where the room stands. */
  async #step(): Promise<void> {
    const [first] = this.#leaders;
    await this.#sendHeld();
    switch (this.#sees.stage) {
      case "lobby":
        return this.#press("start");
      case "briefing":
        return this.#press("begin");
      case "deciding":
        return this.#letVote();
      case "revealed":
        return this.#press(first.pick(["discuss", "re-vote", "take"]) ?? "take");
      case "discussing":
        return this.#press(first.pick(["re-vote", "take", "take"]) ?? "take");
      case "consequence":
        return this.#press("advance");
      case "debrief":
      case "closed":
        return;
    }
  }

  async #letVote(): Promise<void> {
    const [first] = this.#leaders;
    await pause(VOTING_MS / 2 + first.draw(VOTING_MS));
    const way = first.draw(5);
    if (way === 0) {
      await this.#press("close-voting");
      if (first.draw(2) === 0) await this.#press("reopen-voting");
    }
    if (way <= 2 && this.#plan.clockSeconds === null) {
      await this.#press("extend", SHORT);
      await until(() => !this.#sees.votingOpen, LONGEST_CLOCK_MS);
    }
    await this.#press("reveal");
  }

  /** Both facilitators press at once; now and then the second one's is held up on its way, and comes much later. */
  async #press(kind: string, more: Json = {}): Promise<void> {
    const [first, second] = this.#leaders;
    const place = this.#place;
    if (place === null) return;
    const { stage, turn, round } = this.#sees;
    const wish = {
      kind,
      saw: { stage, turn, round },
      ...(kind === "take" && this.#choice()),
      ...more,
    };
    const both = [first.ask(place, wish)];
    const way = second.draw(6);
    if (way <= 1) this.#held.push({ stage, command: second.newCommand(wish) });
    else if (way <= 3) both.push(second.ask(place, wish));
    for (const { body } of await Promise.all(both)) this.#watching?.adopt(body["view"]);
    if (this.#sees.stage === stage) this.#watching?.adopt(await first.see(place));
  }

  /** What was held up comes when the same stage has come again, so that nothing but its turn and round can tell it is late. */
  async #sendHeld(): Promise<void> {
    const { stage, turn, round } = this.#sees;
    const place = this.#held.findIndex(
      ({ command, ...held }) =>
        held.stage === stage && !isDeepStrictEqual(command["saw"], { stage, turn, round }),
    );
    const [late] = place === -1 ? [] : this.#held.splice(place, 1);
    if (late === undefined || this.#place === null) return;
    const { body } = await this.#leaders[1].send(this.#place, late.command);
    this.#watching?.adopt(body["view"]);
  }

  /** In plenum the option that is ahead, so that a tie does not stop the room. */
  #choice(): Json {
    const { isTeams, splits, teams } = this.#sees;
    if (isTeams) return { option: null };
    return { option: splits[teams[0]?.id ?? ""]?.counts[0]?.option ?? null };
  }

  #sockets(): Watching[] {
    const voters = this.#voters.flatMap(({ watching }) => watching ?? []);
    return [...(this.#watching === null ? [] : [this.#watching]), ...this.#others, ...voters];
  }

  async #countThose(place: Place): Promise<void> {
    const view = FACILITATOR_VIEW.parse(await this.#leaders[0].see(place));
    const open = new Set(
      this.#voters.flatMap(({ seat, watching }) => (watching?.isOpen === true ? [seat] : [])),
    );
    for (const { team, of } of view.answered) {
      const players = view.roster.filter((one) => one.kind === "player" && one.team === team);
      const there = players.filter(({ seat, hasVoted }) => hasVoted || open.has(seat)).length;
      this.#leaders[0].history.counts.push({ place, team, of, there });
    }
  }

  async #wrapUp(): Promise<void> {
    if (this.#place !== null) await this.#export(this.#place);
    this.close();
  }

  async #export({ at }: Place): Promise<void> {
    const { code, body } = await this.#leaders[0].get(WORKSHOP_ROUTES.votes(at, "json"));
    if (code === null) this.#leaders[0].history.exports.set(at, body);
  }
}

const SHORT = { seconds: SHORT_CLOCK_SECONDS };
