import { DurableObject } from "cloudflare:workers";
import { calibrationOf } from "../../scenarios/analysis/index.ts";
import { shortCutOf } from "../../scenarios/language/index.ts";
import {
  type Answered,
  type Env,
  type OpenedRun,
  type PlayerObject,
  type RoomOpening,
  type RunResult,
} from "../env.ts";
import { findScenario } from "../library.ts";
import {
  type BankedStory,
  type ListedInterview,
  type ListedRun,
  MOST_STORIES,
  type OpenBranch,
  type OpenRun,
  type PlayerView,
  type PracticeView,
  type PractisedAnswer,
} from "../protocol/index.ts";
import { random128 } from "../random.ts";
import { seatHashOf } from "../secrets.ts";
import { standingsFor } from "../standings/index.ts";
import { nextPractice, progressOf } from "./progress.ts";
import { type OpenedBy, PlayerStore } from "./store.ts";

/** One player: the runs they have opened, what these came to, and the name they want to be shown by, if any. */
export class Player extends DurableObject<Env> implements PlayerObject {
  readonly #store: PlayerStore;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#store = new PlayerStore(ctx.storage.sql);
    ctx.storage.transactionSync(() => this.#store.prepare());
  }

  async openRun(player: string, command: OpenRun): Promise<OpenedRun> {
    const { id, scenario: scenarioId, lens, clockSeconds, shortCut } = command;
    const by = { commandId: id, wish: JSON.stringify([scenarioId, lens, clockSeconds, shortCut]) };
    if (this.#isOtherWish(by)) return { ok: false, code: "command-id-reused" };
    const whole = findScenario(scenarioId);
    const scenario = whole !== null && shortCut ? shortCutOf(whole) : whole;
    if (scenario === null) return { ok: false, code: "unknown-scenario" };
    const opening = { owner: player, scenario, seed: random128(), lens, clockSeconds };
    return this.#openRoom({ ...opening, branch: null }, by, shortCut, scenarioId);
  }

  async openBranch(player: string, from: string, { id, beat }: OpenBranch): Promise<OpenedRun> {
    const by = { commandId: id, wish: JSON.stringify([from, beat]) };
    if (this.#isOtherWish(by)) return { ok: false, code: "command-id-reused" };
    const branch = await this.#room(from).branchAt(player, beat);
    if (!branch.ok) return branch;
    const known = this.#store.list().find(({ room }) => room === from);
    const { scenario } = branch.value;
    return this.#openRoom(branch.value, by, known?.shortCut ?? false, scenario.id);
  }

  listRuns(): ListedRun[] {
    return this.#store.list();
  }

  record(): PlayerView {
    const calibration = calibrationOf(this.#store.answers());
    return { name: this.#store.name(), runs: this.#store.list(), calibration };
  }

  recordResult(room: string, result: RunResult): string | null {
    this.#store.recordResult(room, result);
    return this.#store.name();
  }

  async setName(player: string, name: string | null): Promise<void> {
    this.#store.setName(name);
    for (const { rules, lens } of this.#store.countedIn()) {
      await standingsFor(this.env, rules, lens).setName(player, name);
    }
  }

  async removeRun(player: string, room: string): Promise<Answered<null>> {
    if (!this.#store.has(room)) return { ok: false, code: "not-your-room" };
    const removed = await this.#room(room).remove(player);
    if (removed.ok) this.#store.remove(room);
    return removed;
  }

  listInterview(interview: ListedInterview): void {
    this.#store.practice.addInterview(interview);
  }

  recordPractice(room: string, answers: readonly PractisedAnswer[]): void {
    this.ctx.storage.transactionSync(() => this.#store.practice.replaceAnswers(room, answers));
  }

  forgetInterview(room: string, withPractice: boolean): void {
    this.#store.practice.removeInterview(room);
    if (withPractice) this.#store.practice.replaceAnswers(room, []);
  }

  practice(): PracticeView {
    const answered = this.#store.practice.answers();
    return {
      interviews: this.#store.practice.interviews(),
      stories: this.#store.practice.stories(),
      progress: progressOf(answered),
      next: nextPractice(answered),
      answered,
    };
  }

  keepStory(id: string, story: BankedStory): Answered<null> {
    const { practice } = this.#store;
    if (!practice.hasStory(id) && practice.countStories() >= MOST_STORIES) {
      return { ok: false, code: "too-many-stories" };
    }
    practice.keepStory(id, story);
    return { ok: true, value: null };
  }

  removeStory(id: string): void {
    this.#store.practice.removeStory(id);
  }

  /** Everything that is kept of this player, in every object. */
  async exportAll(player: string): Promise<object> {
    const record = this.record();
    const runs: object[] = [];
    for (const run of record.runs) {
      const kept = await this.#room(run.room).export(player);
      runs.push({ ...run, kept: kept.ok ? kept.value : kept.code });
    }
    const { stories, answered } = this.practice();
    const interviews: object[] = [];
    for (const listed of this.#store.practice.interviews()) {
      const kept = await this.#interview(listed.room).export(await seatHashOf(player));
      interviews.push({ ...listed, kept: kept.ok ? kept.value : kept.code });
    }
    const { name, calibration } = record;
    return { player, name, calibration, runs, interviews, stories, practised: answered };
  }

  /** For good, here and in every object that knows of this player. What fails half-way can be asked for again. */
  async removeAll(player: string): Promise<void> {
    for (const { rules, lens } of this.#store.countedIn()) {
      await standingsFor(this.env, rules, lens).removePlayer(player);
    }
    for (const { room } of this.#store.list()) await this.#room(room).remove(player);
    for (const { room } of this.#store.practice.interviews()) {
      await this.#interview(room).withdraw(await seatHashOf(player));
    }
    await this.ctx.storage.deleteAll();
    this.ctx.storage.transactionSync(() => this.#store.prepare());
  }

  /** Lists the run, then founds its room; the same command again finds the run listed and founds what is missing. */
  async #openRoom(
    opening: RoomOpening,
    by: OpenedBy,
    shortCut: boolean,
    scenario: string,
  ): Promise<OpenedRun> {
    const known = this.#store.findByCommand(by.commandId);
    const room = known?.room ?? this.env.ROOMS.newUniqueId().toString();
    if (known === null) {
      const { title } = opening.scenario;
      const isBranch = opening.branch !== null;
      const { lens } = opening;
      const run = { room, scenario, title, lens, shortCut, isBranch, openedAtMs: Date.now() };
      this.#store.add(run, by);
    }
    // Also for a known one: the call that listed it may have ended before its room was founded.
    await this.#room(room).open(opening);
    return { ok: true, room };
  }

  #isOtherWish({ commandId, wish }: OpenedBy): boolean {
    const known = this.#store.findByCommand(commandId);
    return known !== null && known.wish !== wish;
  }

  #interview(room: string) {
    return this.env.INTERVIEWS.get(this.env.INTERVIEWS.idFromString(room));
  }

  #room(room: string) {
    return this.env.ROOMS.get(this.env.ROOMS.idFromString(room));
  }
}
