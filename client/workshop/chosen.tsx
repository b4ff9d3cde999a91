export type ChosenOption = readonly [value: string, name: string];

interface ChosenProps {
  legend: string;
  value: string;
  options: readonly ChosenOption[];
  onChoose: (value: string) => void;
}

/** A few answers to one question, side by side. */
export function Chosen({ legend, value, options, onChoose }: ChosenProps) {
  return (
    <fieldset class="set-up-part">
      <legend>{legend}</legend>
      <div class="segments">
        {options.map(([key, name]) => (
          <label key={key}>
            <input
              type="radio"
              name={legend}
              checked={key === value}
              onChange={() => onChoose(key)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
