import type { Demand } from "~/domain/proof/rules";
import { useTyped } from "./typed";

type Props<T extends string> = {
  name: string;
  legend: string;
  demand: Demand;
  options: readonly T[];
  word: (option: T) => string;
  onPick?: (option: T) => void;
};

/** One of a few, as large buttons that are radio buttons: they need no script, and the browser asks for what must be. */
export function Picks<T extends string>({ name, legend, demand, options, word, onPick }: Props<T>) {
  const typed = useTyped(name);
  return (
    <fieldset className="picks">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            required={demand === "must"}
            defaultChecked={typed === option}
            {...(onPick && { onChange: () => onPick(option) })}
          />
          <span>{word(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
