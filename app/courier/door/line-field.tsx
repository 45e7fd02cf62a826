import { useEffect, useRef } from "react";
import type { Refusable } from "../refusable";
import { valueOf } from "../refused-fields";
import type { Say } from "../words";

type Props = {
  name: string;
  line: Refusable["lines"][number];
  /** What the browser says instead of sending the form; empty: nothing. */
  problem: string;
  isHidden: boolean;
  onUnits: (quantity: number) => void;
  t: Say;
};

/** How many units of one line were not taken. */
export function LineField({ name, line: { lineId, title, quantity, price }, problem, isHidden, onUnits, t }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.setCustomValidity(problem), [problem]);
  return (
    <div className="field" hidden={isHidden}>
      <label htmlFor={name}>
        {quantity} × {title} · {price}
      </label>
      <select ref={select} id={name} name={name} onChange={({ currentTarget }) => onUnits(currentTarget.selectedIndex)}>
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
