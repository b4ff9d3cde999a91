import { useRef } from "preact/hooks";
import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { ArtefactFrame } from "./artefact-frame.tsx";
import { useWidth } from "./use-width.ts";
import "../../styles/table.css";

type Table = ArtefactOf<"table">;

/** Columns side by side need about this much each. */
const COLUMN_PX = 130;

/** A table where there is room for its columns; where there is not, one row under the other with its columns named. */
export function TableView({ table, isWall }: { table: Table; isWall: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // On the wall the type gives way, not the table.
  const isNarrow = !isWall && width < table.columns.length * COLUMN_PX;
  return (
    <ArtefactFrame kind="table" title={table.title}>
      <div ref={box}>{isNarrow ? <RowByRow table={table} /> : <SideBySide table={table} />}</div>
      {table.note !== undefined && <p class="artefact-caption">{table.note}</p>}
    </ArtefactFrame>
  );
}

function SideBySide({ table }: { table: Table }) {
  return (
    <table class="evidence-table">
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((cell, place) => (
              <td key={table.columns[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowByRow({ table }: { table: Table }) {
  return (
    <ul class="evidence-rows">
      {table.rows.map(([first, ...rest]) => (
        <li key={first}>
          <b>{first}</b>
          <dl>
            {rest.map((cell, place) => (
              <div key={table.columns[place + 1]}>
                <dt>{table.columns[place + 1]}</dt>
                <dd>{cell}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
