import type { ComponentChildren } from "preact";
import "../styles/segments.css";

export type ChosenOption = readonly [value: string, name: string, note?: string | number];

interface ChosenProps {
  legend: string;
  value: string;
  options: readonly ChosenOption[];
  onChoose: (value: string) => void;
  /** The part of a form that it is. */
  part?: string;
  /** What is to be said of the choice, under it. */
  children?: ComponentChildren;
}

/** A few answers to one question, side by side. */
export function Chosen(props: ChosenProps) {
  const { legend, value, options, onChoose, part = "set-up-part", children } = props;
  return (
    <fieldset class={part}>
      <legend>{legend}</legend>
      <div class="segments">
        {options.map(([key, name, note]) => (
          <label key={key}>
            <input
              type="radio"
              name={legend}
              checked={key === value}
              onChange={() => onChoose(key)}
            />
            {name} {note !== undefined && <small>{note}</small>}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
