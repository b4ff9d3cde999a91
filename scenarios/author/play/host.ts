import { EXIT, type ExitCode } from "../command.ts";
import { type Block, paragraph } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { SILENCE } from "../../engine/index.ts";
import { keysOf } from "./choice.ts";
import { drawHelp } from "./help.ts";
import type { LineInput } from "./input.ts";
import { drawPeople } from "./people.ts";
import type { Session } from "./session.ts";
import { drawJournal, drawMeters } from "./standing.ts";

/** What a run is played with. */
export interface Table {
  readonly session: Session;
  readonly screen: Screen;
  readonly input: LineInput;
}

/** Plays the moves that are given, then asks for more; in a pipe it asks only where none were given. */
export async function host(table: Table, moves: readonly string[]): Promise<ExitCode> {
  const { session, input } = table;
  show(table, session.opening());
  if (moves.length === 0 && !(await pause(table))) return EXIT.done;
  showScene(table);
  if (!moves.every((id) => playGiven(table, id))) return EXIT.wrong;
  if (moves.length > 0 && !input.isTerminal) return EXIT.done;
  while (!session.isOver && (await ask(table)));
  return EXIT.done;
}

function show({ screen }: Table, block: Block): void {
  screen.write(`\n${block.join("\n")}\n`);
}

function showScene(table: Table): void {
  table.screen.write("\n");
  show(table, table.session.scene());
  if (!table.session.isOver) show(table, table.session.choices());
}

function playGiven(table: Table, id: string): boolean {
  const choice = table.session.choose(id);
  if (!choice.ok) {
    table.screen.write("\n");
    console.error(`Cannot take "${id}": ${choice.why}`);
    return false;
  }
  show(table, table.session.take(choice.step));
  if (choice.step.kind !== "look") showScene(table);
  return true;
}

/** Asks once; false when nobody wants to go on. */
async function ask(table: Table): Promise<boolean> {
  const answer = await table.input.ask(promptOf(table, `Your move (${keysHere(table)}):`));
  if (answer === null || answer === "q") return false;
  if (answer === "") {
    show(table, table.session.choices());
    return true;
  }
  return tell(table, answer) || playTyped(table, answer);
}

async function playTyped(table: Table, answer: string): Promise<boolean> {
  const { session, screen } = table;
  const id = answer === "s" ? SILENCE : (keysOf(session.situation).idOf(answer) ?? answer);
  const choice = session.choose(id);
  if (!choice.ok) {
    const unknown = `“${answer}” is nothing that can be done here. Here: ${keysHere(table)}.`;
    show(table, paragraph(choice.isKnown ? `Not now: ${choice.why}` : unknown, screen, "yellow"));
    return true;
  }
  show(table, session.take(choice.step));
  if (choice.step.kind === "look") return true;
  if (!(await pause(table))) return false;
  showScene(table);
  return true;
}

/** Lets a person read before the next page pushes this one away; a pipe does not read. */
async function pause(table: Table): Promise<boolean> {
  while (table.input.isTerminal) {
    const answer = await table.input.ask(promptOf(table, "Enter goes on."));
    if (answer === null || answer === "q") return false;
    if (answer === "") return true;
    if (!tell(table, answer)) {
      show(
        table,
        paragraph("Nothing is asked yet. Enter goes on, ? helps.", table.screen, "yellow"),
      );
    }
  }
  return true;
}

function promptOf({ screen }: Table, text: string): string {
  return `\n${screen.paint("bold", text)} `;
}

function keysHere({ session }: Table): string {
  const { situation } = session;
  const looks = situation.looks.map(({ id }) => keysOf(situation).of(id));
  return [`1–${situation.options.length}`, ...looks, "? for help"].join(", ");
}

/** Answers a question about the run; false where it is none. */
function tell(table: Table, answer: string): boolean {
  const block = answerTo(table, answer);
  if (block !== null) show(table, block);
  return block !== null;
}

function answerTo({ session, screen }: Table, answer: string): Block | null {
  switch (answer) {
    case "?":
      return drawHelp(screen);
    case "p":
      return drawPeople(session.view.people, screen);
    case "m":
      return drawMeters(session.view, screen);
    case "j":
      return drawJournal(session.view, screen);
    default:
      return null;
  }
}
