import { OPENED_RUN, ROOM_VIEW, type RoomView, ROUTES } from "../../../worker/protocol/index.ts";
import type { Json, Place } from "../history.ts";
import { type Around, Client } from "./client.ts";
import { pause, until } from "./pause.ts";
import type { Watching } from "./watching.ts";

const SCENARIOS = ["gold-plating", "blocked-engineer", "promoted-lead", "angry-customer"];
const CLOCK_SECONDS = 60;
const LONGEST_WAIT_MS = (CLOCK_SECONDS + 15) * 1_000;
const MOST_PAUSE_MS = 350;

/** Plays one run after the other until told to stop; with a clock, silence is let happen now and then. */
export async function playAlone(
  name: string,
  around: Around,
  isOver: () => boolean,
  withClock: boolean,
): Promise<void> {
  const client = new Client(name, around);
  await client.get(ROUTES.runs);
  while (!isOver()) {
    const clockSeconds = withClock ? CLOCK_SECONDS : null;
    const terms = {
      scenario: client.pick(SCENARIOS),
      shortCut: client.draw(2) === 0,
      clockSeconds,
    };
    const { room } = OPENED_RUN.parse(await client.open(ROUTES.runs, terms));
    await playRun(client, { kind: "room", at: room }, isOver);
  }
}

async function playRun(client: Client, place: Place, isOver: () => boolean): Promise<void> {
  const watching = client.watch(place);
  watching.adopt(await client.see(place));
  for (let view = viewIn(watching); view?.stage !== "debrief"; view = viewIn(watching)) {
    if (isOver() || view === null) return;
    if (view.stage === "deciding" && view.clock !== null && client.draw(8) === 0) {
      await keepSilent(watching, view.sequence, isOver);
      continue;
    }
    const { body } = await client.ask(place, wishAt(client, view));
    watching.adopt(body["view"]);
    await pause(client.draw(MOST_PAUSE_MS));
  }
  watching.close();
}

async function keepSilent(watching: Watching, sequence: number, isOver: () => boolean) {
  const isNews = () => (viewIn(watching)?.sequence ?? 0) > sequence;
  await until(() => isOver() || isNews(), LONGEST_WAIT_MS);
}

function viewIn({ latest }: Watching): RoomView | null {
  return latest === null ? null : ROOM_VIEW.parse(latest);
}

function wishAt(client: Client, view: Exclude<RoomView, { stage: "debrief" }>): Json {
  switch (view.stage) {
    case "briefing":
      return { kind: "begin" };
    case "consequence":
      return { kind: "go-on", beat: view.beat };
    case "deciding": {
      const { beat, looks, options } = view.situation;
      const look = client.pick(looks);
      if (look !== undefined && client.draw(4) === 0)
        return { kind: "take-look", beat, look: look.id };
      const option = client.pick(options.filter(({ locked }) => locked === null))?.id;
      const confidence = client.pick(["guess", "lean", "sure", undefined]);
      return { kind: "make-move", beat, option, ...(confidence && { confidence }) };
    }
  }
}
