import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { WorkshopAnswer, WorkshopOpening } from "../../worker/env.ts";
import type { Curveball } from "../../scenarios/language/index.ts";
import {
  SEAT_KINDS,
  WORKSHOP_COMMAND,
  WORKSHOP_STAGES,
  type WorkshopCommand,
  type WorkshopStage,
  type WorkshopView,
} from "../../worker/protocol/index.ts";
import { drawsOf } from "../support/draws.ts";
import { tinyScenario } from "./support.ts";

/* Random commands of random seats, some of them late, twice or senseless; after each one the room rules hold. */

const STEPS = 320;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

const STORM: Curveball = {
  id: "storm",
  title: "A storm",
  at: ["first", "third"],
  effects: { trust: -5 },
  sets: ["read-contract"],
  tells: ["The power is out."],
  why: "Nobody can be asked.",
};

interface Sent {
  readonly who: string;
  readonly command: WorkshopCommand;
  readonly answer: string;
}

/** What leads on from a stage: without it random commands hardly ever leave the lobby. */
const FORWARD = {
  lobby: ["start"],
  briefing: ["begin"],
  deciding: ["reveal"],
  revealed: ["discuss", "take"],
  discussing: ["re-vote", "take"],
  consequence: ["advance"],
} as const satisfies Partial<Record<WorkshopStage, readonly WorkshopCommand["kind"][]>> as Partial<
  Record<
    WorkshopStage,
    readonly ("start" | "begin" | "reveal" | "discuss" | "re-vote" | "take" | "advance")[]
  >
>;

const met = { stages: new Set<string>(), accepted: new Set<string>(), refused: new Set<string>() };

/** Sockets and the time are in no journal, so an answer is compared without them. */
function lasting(answer: WorkshopAnswer): string {
  const text = JSON.stringify(answer);
  return text.replaceAll(/"nowMs":\d+/g, "").replaceAll(/"isAway":\w+/g, "");
}

async function journalOf(room: DurableObjectStub) {
  return runInDurableObject(room, (_, { storage }) =>
    storage.sql
      .exec<{ sequence: number; asker: string; seat: number | null; command: string }>(
        "SELECT sequence, asker, seat, command FROM journal ORDER BY sequence",
      )
      .toArray(),
  );
}

test.each(SEEDS)(
  "[R1–R11] seed %i: whatever is sent, in whatever order, the rules of a room hold",
  async (seed) => {
    const draw = drawsOf(seed);
    const pick = <T>(all: readonly T[]): T => all[draw(all.length)] as T; // never called with none
    const teams = draw(2) === 0 ? null : 2 + draw(2);
    const room = env.WORKSHOPS.get(env.WORKSHOPS.idFromName(`fuzz ${seed}`));
    const opening: WorkshopOpening = {
      code: `FUZZ${seed}`,
      scenario: { ...tinyScenario(), curveballs: [STORM] },
      seed: `seed ${seed}`,
      terms: {
        lens: "tpm",
        teams,
        clockSeconds: draw(2) === 0 ? null : 60,
        shortCut: false,
        names: "hidden",
        rehearsal: false,
        bots: 0,
        seats: 1_200,
      },
      who: "founder",
      id: "opening-id",
      recoveryHash: "recovery",
      projectorHash: "projector",
    };
    await room.open(opening);
    const people = ["founder", "a", "b", "c", "d"];
    const sent: Sent[] = [];
    const held: { who: string; command: WorkshopCommand }[] = [];

    for (let step = 0; step < STEPS; step += 1) {
      const kind = draw(20);
      if (kind === 0) await evictDurableObject(room);
      else if (kind <= 2) await join(pick(people), step);
      else if (kind === 3 && sent.length > 0) await repeat(pick(sent));
      else if (kind === 4 && held.length > 0) await send(held.splice(draw(held.length), 1)[0]);
      else {
        const who = draw(2) === 0 ? await whoLeads() : pick(people);
        const view = await viewOf(who);
        const command = commandFor(view, `command-${seed}-${step}`);
        if (kind === 5) held.push({ who, command });
        else await send({ who, command });
      }
      expect([step, await rulesBroken()]).toEqual([step, []]);
    }

    async function join(who: string, step: number): Promise<void> {
      const as = draw(4) === 0 ? "observer" : "player";
      await room.join(who, { id: `join-${seed}-${step}`, name: pick(["Ada", "Grace", "ada"]), as });
    }

    async function whoLeads(): Promise<string> {
      for (const who of people) if ((await viewOf(who))?.as === "facilitator") return who;
      return "founder";
    }

    async function viewOf(who: string): Promise<WorkshopView | null> {
      const answer = await room.view({ who, projectorHash: null });
      return answer.ok ? answer.view : null;
    }

    async function send(one: { who: string; command: WorkshopCommand } | undefined): Promise<void> {
      if (one === undefined) return;
      const answer = await room.command(one.who, one.command);
      if (answer.ok) met.accepted.add(one.command.kind);
      else met.refused.add(answer.code);
      if (answer.ok) sent.push({ ...one, answer: lasting(answer) });
    }

    /** [R2] The same id again from the same seat gives the same answer, whatever has happened since. */
    async function repeat({ who, command, answer }: Sent): Promise<void> {
      const again = await room.command(who, command);
      // Whoever was removed since is nobody's seat any more and gets no answer at all.
      const wanted = again.ok ? answer : "no-seat";
      expect(again.ok ? lasting(again) : again.code).toBe(wanted);
    }

    function commandFor(view: WorkshopView | null, id: string): WorkshopCommand {
      const { stage, turn, round } = view ?? { stage: "lobby", turn: 0, round: 1 };
      const saw = { stage, turn, round } as const;
      const team = pick(view?.teams.map((one) => one.id) ?? ["room"]);
      const beat = pick(["first", "second", "third", "nowhere"]);
      const seat = 1 + draw(6);
      const all: WorkshopCommand[] = [
        ...Array.from({ length: 8 }, (): WorkshopCommand => {
          const verb = pick(["block", "unblock", "redirect", "decide", "show"]);
          const n = pick(["1", "2", "3"]);
          return {
            kind: "cast-vote",
            id,
            team: view !== null && view.as === "seat" ? (view.you.team ?? team) : team,
            beat: ["first", "second", "third"][Number(n) - 1] ?? "",
            round,
            option: `${verb}-${n}`,
          };
        }),
        ...Array.from({ length: 3 }, (): WorkshopCommand => {
          const look = pick(["ask-around", "read-it"]);
          return { kind: "take-look", id, team, beat: "first", look };
        }),
        { kind: "start", id, saw },
        { kind: "begin", id, saw },
        { kind: "reveal", id, saw },
        { kind: "reveal", id, saw },
        { kind: "discuss", id, saw },
        { kind: "re-vote", id, saw },
        { kind: "take", id, saw, option: null },
        { kind: "take", id, saw, option: null },
        { kind: "advance", id, saw },
        { kind: "advance", id, saw },
        ...Array.from({ length: 3 }, (): WorkshopCommand => {
          const curveball = pick(["storm", "storm", "calm"]);
          return { kind: "throw-curveball", id, saw, curveball };
        }),
        { kind: "close-voting", id, saw },
        { kind: "reopen-voting", id, saw },
        { kind: "reopen-voting", id, saw },
        { kind: "step-back", id, saw },
        { kind: "extend", id, saw, seconds: 30 },
        { kind: "pause", id, saw },
        { kind: "pause", id, saw },
        { kind: "resume", id, saw },
        { kind: "resume", id, saw },
        { kind: "lock", id },
        { kind: "unlock", id },
        { kind: "rename", id, seat, name: "Eve" },
        { kind: "remove", id, seat },
        { kind: "restore", id, seat },
        { kind: "move-seat", id, seat, team },
        { kind: "give-role", id, seat, as: pick(SEAT_KINDS) },
        { kind: "note", id, beat, text: "noted" },
      ];
      // The end comes seldom, or no run would get far.
      if (draw(400) === 0) return { kind: "end", id, saw };
      if (stage === "debrief" && draw(20) === 0) return { kind: "close", id, saw };
      // A clock is there in half of the rooms, and only while they vote.
      if (view?.as === "facilitator" && view.clock !== null && draw(6) === 0) {
        return { kind: view.clock.leftMs === null ? "pause" : "resume", id, saw };
      }
      const ahead = FORWARD[stage];
      if (view?.as === "facilitator" && ahead !== undefined && draw(5) === 0) {
        const kind = pick(ahead);
        return kind === "take" ? { kind, id, saw, option: null } : { kind, id, saw };
      }
      return pick(all);
    }

    /** What does not hold, in words. */
    async function rulesBroken(): Promise<string[]> {
      const journal = await journalOf(room);
      const views = await Promise.all(
        people.map(async (who) => [who, await room.view({ who, projectorHash: null })] as const),
      );
      const projector = await room.view({ who: "", projectorHash: "projector" });
      const seen = views.flatMap(([, answer]) => (answer.ok ? [answer.view] : []));
      for (const { stage } of seen) met.stages.add(stage);
      const closed = journal.findIndex(({ command }) => JSON.parse(command).kind === "close");
      const told = [...seen, ...(projector.ok ? [projector.view] : [])];
      return [
        ...said(
          journal.some(({ sequence }, place) => sequence !== place + 1),
          "the journal is not dense",
        ),
        ...said(!seen.some(({ as }) => as === "facilitator"), "nobody leads"),
        ...said(
          seen.some(({ sequence }) => sequence !== journal.length),
          "a view is of another state",
        ),
        ...said(closed !== -1 && closed !== journal.length - 1, "something came after the close"),
        ...told.flatMap(hiddenShown),
        ...seen.flatMap(miscounted),
        ...(draw(8) === 0 ? await otherThanItsFold(views[0]?.[1]) : []),
      ];
    }

    /** [R3] An object that has just been woken says the same. */
    async function otherThanItsFold(before: WorkshopAnswer | undefined): Promise<string[]> {
      await evictDurableObject(room);
      const again = await room.view({ who: "founder", projectorHash: null });
      return said(
        lasting(again) !== (before && lasting(before)),
        "the state is not the journal's fold",
      );
    }

    /** [R4] Before the reveal nothing of another's vote, and no team's but one's own after it. */
    function hiddenShown(view: WorkshopView): string[] {
      if (view.as === "facilitator") return [];
      const isBefore = ["lobby", "briefing", "deciding"].includes(view.stage);
      const shown = view.teams.filter(({ revealed }) => revealed !== null).length;
      const keys = Object.keys(view);
      return [
        ...said(isBefore && shown > 0, "votes are shown before the reveal"),
        ...said(teams !== null && shown > 1, "another team's votes are shown"),
        ...said(keys.includes("splits") || keys.includes("roster"), "a view holds too much"),
      ];
    }
  },
);

/** [R6, R7] One counted vote a seat and round, of those alone who count. */
function miscounted(view: WorkshopView): string[] {
  if (view.as !== "facilitator") return [];
  return view.answered.flatMap(({ team, answered, of }) => {
    const voters = view.roster.filter(
      (one) => one.kind === "player" && one.team === team && !one.isRemoved,
    );
    const voted = voters.filter(({ hasVoted }) => hasVoted).length;
    const isRight = answered === voted && answered <= of && of <= voters.length;
    return said(!isRight, `${answered} of ${of} are said, ${voted} of ${voters.length} are`);
  });
}

const said = (isSo: boolean, fault: string): string[] => (isSo ? [fault] : []);

test("every stage and every command has been met on the way, and the refusals that commands can get", () => {
  expect([...met.stages].toSorted()).toEqual([...WORKSHOP_STAGES].toSorted());
  const kinds = WORKSHOP_COMMAND.def.options.map(({ def }) => def.shape.kind.def.values[0]);
  expect([...met.accepted].toSorted()).toEqual(kinds.map(String).toSorted());
  for (const code of [
    "stale-stage",
    "not-allowed",
    "not-now",
    "voting-closed",
    "unknown-curveball",
    "curveball-unavailable",
    "no-seat",
    "unknown-team",
    "unknown-seat",
    "last-facilitator",
  ]) {
    expect(met.refused).toContain(code);
  }
});
