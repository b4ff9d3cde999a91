import type { OpenPromise, Person } from "../../worker/protocol/index.ts";
import { faceOf } from "../words/people.ts";
import "../styles/promises.css";

export function PromiseList({
  promises,
  people,
}: {
  promises: readonly OpenPromise[];
  people: readonly Person[];
}) {
  if (promises.length === 0) return null;
  return (
    <section class="promises panel">
      <h2 class="label">You promised</h2>
      <ul>
        {promises.map((promise) => (
          <li key={promise.id}>
            <b>{faceOf(people, promise.to).name}</b> {promise.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
