import { useEffect, useRef } from "react";
import type { Refusable } from "../refusable";
import { valueOf } from "../refused-fields";
import type { Say } from "../words";
import { useTyped } from "./typed";

type Props = {
  name: string;
  line: Refusable["lines"][number];
  /** What the browser says instead of sending the form; empty: nothing. */
  problem: string;
  isHidden: boolean;
  /** Of a return no money is said. */
  isPriced: boolean;
  onUnits: (quantity: number) => void;
  t: Say;
};

/** How many units of one line were not taken. */
export function LineField({ name, line: { lineId, title, quantity, price }, problem, isHidden, isPriced, onUnits, t }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  const typed = useTyped(name);
  useEffect(() => select.current?.setCustomValidity(problem), [problem]);
  return (
    <div className="field" hidden={isHidden}>
      <label htmlFor={name}>
        {quantity} × {title}
        {isPriced && ` · ${price}`}
      </label>
      <select
        ref={select}
        id={name}
        name={name}
        defaultValue={typed}
        onChange={({ currentTarget }) => onUnits(currentTarget.selectedIndex)}
      >
        <option value="">{t("refuse.none")}</option>
        {Array.from({ length: quantity }, (_, index) => index + 1).map((n) => (
          <option key={n} value={valueOf(n, lineId)}>
            {t("refuse.some", { count: n, of: quantity })}
          </option>
        ))}
      </select>
    </div>
  );
}
