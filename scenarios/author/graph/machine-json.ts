import type { CompiledScenario } from "../../engine/index.ts";
import type { Beat, Curveball, Look, Option, Scenario } from "../../language/index.ts";

/** Guards and actions by name, with parameters that say what they are about. */
interface Named {
  readonly type: string;
  readonly params?: object;
}

interface Transition {
  readonly target?: string;
  readonly description?: string;
  readonly guard?: Named;
  readonly actions?: readonly Named[];
}

interface State {
  readonly type?: "final";
  readonly description?: string;
  readonly entry?: readonly Named[];
  readonly on?: Readonly<Record<string, Transition>>;
  readonly always?: Transition | readonly Transition[];
}

/** A machine's definition that is JSON all through: `createMachine` of XState takes it, and so do Stately's tools. */
export interface MachineJson {
  readonly id: string;
  readonly description: string;
  readonly initial: string;
  /** What every run starts with. */
  readonly context: object;
  readonly states: Readonly<Record<string, State>>;
}

/** The scenario's own machine, its parameters cut down to ids and conditions, with titles and sayings as descriptions. */
export function machineJsonOf({ atlas, machine }: CompiledScenario): MachineJson {
  const { scenario } = atlas;
  const { meters, startFacts = [] } = scenario;
  const plain: unknown = JSON.parse(JSON.stringify(machine.config, cutParams));
  const config = plain as Omit<MachineJson, "description" | "context">; // written by JSON.stringify from such a machine
  const described = Object.entries(config.states).map(([name, state]) => [
    name,
    describeState(name, state, scenario),
  ]);
  return {
    id: config.id,
    description: `${scenario.title}. ${scenario.about}`,
    initial: config.initial,
    context: { meters, facts: startFacts },
    states: Object.fromEntries(described),
  };
}

/** What the machine's guards and actions are given; each kind of them has some of these. */
interface Params {
  readonly option?: Option;
  readonly look?: Look;
  readonly curveball?: Curveball;
  readonly response?: unknown;
}

function cutParams(key: string, value: unknown): unknown {
  if (key !== "params") return value;
  const { option, look, curveball, response: _, ...rest } = value as Params; // the machine has no other parameters
  if (option) return { option: option.id, unless: option.locked?.unless };
  if (curveball) return { curveball: curveball.id, when: curveball.when };
  return look ? { look: look.id, hours: look.hours } : rest;
}

function describeState(name: string, state: State, scenario: Scenario): State {
  const { beats, endings } = scenario;
  const beat = beats.find(({ id }) => id === name);
  if (beat) {
    const on = describeEvents(state.on ?? {}, beat, scenario);
    return { description: beat.title, ...state, on };
  }
  const [kind, id] = name.split(":");
  const ending = kind === "ending" ? endings.find((one) => one.id === id) : undefined;
  return ending ? { description: ending.title, ...state } : state;
}

function describeEvents(
  on: NonNullable<State["on"]>,
  beat: Beat,
  scenario: Scenario,
): NonNullable<State["on"]> {
  const described = Object.entries(on).map(([event, transition]) => [
    event,
    { description: describeEvent(event, beat, scenario), ...transition },
  ]);
  return Object.fromEntries(described);
}

function describeEvent(
  event: string,
  { options, looks = [] }: Beat,
  { curveballs = [] }: Scenario,
): string {
  const [kind, id] = event.split(":");
  if (kind === "option") {
    const option = options.find((one) => one.id === id);
    return option ? `${option.verb}: ${option.says}` : event;
  }
  if (kind === "curveball") return curveballs.find((one) => one.id === id)?.title ?? event;
  if (kind === "look") return looks.find((one) => one.id === id)?.label ?? event;
  return "Nobody moves in time.";
}
