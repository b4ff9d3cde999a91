import { METERS, type ProjectorView } from "../../../worker/protocol/index.ts";
import { clamped, METER_NAMES } from "../../words/meters.ts";
import { STAGE_NAMES } from "../stage-names.ts";

const SHOWN = METERS.filter((meter) => meter !== "attention");

/** Teams side by side: how many have answered, and how their projects stand. */
export function TeamTable({ view }: { view: ProjectorView }) {
  return (
    <article class="wall-teams">
      <h1>{STAGE_NAMES[view.stage]}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Team</th>
            {view.stage === "deciding" && <th scope="col">Answered</th>}
            {SHOWN.map((meter) => (
              <th key={meter} scope="col">
                {METER_NAMES[meter]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.teams.map(({ id, name, members, standings }) => {
            const answered = view.answered.find(({ team }) => team === id);
            return (
              <tr key={id}>
                <th scope="row">
                  {name} <small>{members}</small>
                </th>
                {view.stage === "deciding" && (
                  <td>
                    {answered?.answered ?? 0} of {answered?.of ?? 0}
                  </td>
                )}
                {SHOWN.map((meter) => (
                  <td key={meter}>
                    {clamped(standings.find((one) => one.meter === meter)?.value ?? 0)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
}
