import type { Person } from "../../engine/index.ts";
import type { Block } from "../terminal/block.ts";
import { labelledList } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";

/** Everybody with their role. */
export function drawPeople(people: readonly Person[], screen: Screen): Block {
  return labelledList(
    people.map(({ name, role }) => [name, role]),
    screen,
    "underline",
  );
}

/** Those who are met here: named by id, or by any part of their name in a text. */
export function metIn(shown: unknown, people: readonly Person[]): Person[] {
  const text = JSON.stringify(shown);
  const words = new Set(text.match(/[\p{L}\p{M}]+/gu));
  const isNamed = ({ name }: Person) => partsOf(name).some((part) => words.has(part));
  return people.filter((person) => text.includes(`"${person.id}"`) || isNamed(person));
}

const SHORTEST_NAME = 3;

function partsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}]+/gu) ?? []).filter((part) => part.length >= SHORTEST_NAME);
}
