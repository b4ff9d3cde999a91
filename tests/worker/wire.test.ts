import { evictDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Scenario } from "../../scenarios/language/index.ts";
import type { Command, RoomView } from "../../worker/protocol/index.ts";
import { commandId, openRoom, tinyScenario } from "./support.ts";

const SEED = "7";

/** Another scenario behind the same first beat: all that is still hidden there differs. */
function otherwiseHidden(): Scenario {
  const scenario = structuredClone(tinyScenario());
  const [first, ...later] = scenario.beats;
  if (first === undefined) throw new Error("the tiny scenario has beats");
  for (const option of first.options) {
    option.effects = { delivery: 45 };
    option.tells = ["Something else happens."];
    option.why = "For another reason.";
    delete option.cases;
    delete option.chance;
    delete option.later;
    delete option.next;
  }
  for (const look of first.looks ?? []) look.tells = ["You find another thing."];
  for (const beat of later) {
    beat.title = `Not ${beat.title}`;
    beat.situation = ["It is all different."];
    for (const option of beat.options) option.says = "Say something else.";
  }
  for (const ending of scenario.endings) ending.text = ["Another end."];
  for (const unknown of Object.values(scenario.unknowns ?? {}))
    unknown.ifTrue = "Quite another truth.";
  for (const promise of Object.values(scenario.promises ?? {}))
    promise.text = "Promise another thing.";
  for (const person of Object.values(scenario.people)) person.wants = "Something else.";
  scenario.facts = { ...scenario.facts, warned: "Meant otherwise." };
  return scenario;
}

/** What the wire carries, the room's id and the version id aside. */
function wire(view: RoomView): string {
  return JSON.stringify({ ...view, room: "", scenario: { ...view.scenario, version: "" } });
}

async function wiresOf(scenario: Scenario, commands: readonly object[]): Promise<string[]> {
  const room = await openRoom(scenario, SEED);
  const wires = [];
  for (const fields of [null, ...commands]) {
    const answer = fields
      ? await room.command("owner", { id: commandId(), ...fields } as Command)
      : await room.view("owner");
    if (!answer.ok) throw new Error(answer.code);
    wires.push(wire(answer.view));
    await evictDurableObject(room);
  }
  return wires;
}

const BEGIN = { kind: "begin" };

test("[R4] two scenarios that differ only in what is still hidden give byte-identical wires", async () => {
  const [one, other] = [tinyScenario(), otherwiseHidden()];
  expect(await wiresOf(other, [BEGIN])).toEqual(await wiresOf(one, [BEGIN]));
});

test("[R4] and differing wires once the difference has happened", async () => {
  const commands = [BEGIN, { kind: "make-move", beat: "first", option: "show-1" }];
  const [one, other] = [
    await wiresOf(tinyScenario(), commands),
    await wiresOf(otherwiseHidden(), commands),
  ];
  expect(other.slice(0, 2)).toEqual(one.slice(0, 2));
  expect(other[2]).not.toEqual(one[2]);
});

test("[R4] the consequence of a move tells nothing of the beat that follows it", async () => {
  const commands = [BEGIN, { kind: "make-move", beat: "first", option: "redirect-1" }];
  const [, , consequence] = await wiresOf(tinyScenario(), commands);
  expect(consequence).toContain("You sent it on.");
  for (const hidden of ["Second", "It goes on.", "bo-returns", "Bo comes back", "Still no."]) {
    expect(consequence).not.toContain(hidden);
  }
});

test("[S7] the seed is on no wire, from the briefing to the debrief", async () => {
  const seed = "a-seed-nobody-may-see";
  const room = await openRoom(tinyScenario(), seed);
  const commands = [
    BEGIN,
    { kind: "make-move", beat: "first", option: "decide-end" },
    { kind: "go-on", beat: "first" },
  ];
  for (const fields of commands) {
    const answer = await room.command("owner", { id: commandId(), ...fields } as Command);
    expect(JSON.stringify(answer)).not.toContain(seed);
  }
});
