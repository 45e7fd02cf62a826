import type { Demand } from "~/domain/proof/rules";

type Props<T extends string> = {
  name: string;
  legend: string;
  demand: Demand;
  options: readonly T[];
  word: (option: T) => string;
  onPick?: (option: T) => void;
};

/** One of a few, as large buttons that are radio buttons: they need no script, and the browser asks for what must be. */
export const Picks = <T extends string>({ name, legend, demand, options, word, onPick }: Props<T>) => (
  <fieldset className="picks">
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option}>
        <input type="radio" name={name} value={option} required={demand === "must"} {...(onPick && { onChange: () => onPick(option) })} />
        <span>{word(option)}</span>
      </label>
    ))}
  </fieldset>
);
