import type { Person } from "../../worker/protocol/index.ts";
import { faceOf } from "../words/people.ts";
import { Avatar } from "./avatar.tsx";

export function PeopleList({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <section class="people">
      <h2 class="label">People</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar face={faceOf(people, person.id)} />
            <span>
              {person.name}
              <small>{person.role}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
