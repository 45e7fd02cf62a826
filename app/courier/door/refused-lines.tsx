import { useEffect, useRef, useState } from "react";
import { REFUSAL_REASONS, worthRefused } from "~/domain/delivery/refusal";
import type { StopView } from "../protocol";
import type { Refusable } from "../refusable";
import { fieldOf, MOST_REFUSABLE, valueOf } from "../refused-fields";
import type { Say } from "../words";

/** Folded away, it is the exception: so many units of a line were not taken. A day of before names no lines. */
export const RefusedLines = ({ stop: { refusable }, ...rest }: Omit<Props, "refusable"> & { stop: StopView }) =>
  refusable ? <Lines refusable={refusable} {...rest} /> : null;

/** `onRefused`: what it comes to, in minor units. */
type Props = { refusable: Refusable; onRefused: (minor: number) => void; t: Say };

function Lines({ refusable, onRefused, t }: Props) {
  const lines = refusable.lines.slice(0, MOST_REFUSABLE);
  const [units, setUnits] = useState<Record<string, number>>({});
  const count = Object.values(units).reduce((sum, quantity) => sum + quantity, 0);
  const isAll = count === refusable.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const first = useRef<HTMLSelectElement>(null);
  // The browser itself keeps the form: what is refused whole is a failed attempt.
  useEffect(() => first.current?.setCustomValidity(isAll ? t("refuse.all") : ""), [isAll, t]);
  const refused = Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity }));
  const worth = worthRefused(refusable.lines, refused);
  useEffect(() => onRefused(worth), [onRefused, worth]);
  return (
    <details className="refusal">
      <summary>{t("refuse.title")}</summary>
      <p className="hint">{t("refuse.hint")}</p>
      {lines.map(({ lineId, title, quantity, price }, at) => (
        <div className="field" key={lineId}>
          <label htmlFor={fieldOf(at)}>
            {quantity} × {title} · {price}
          </label>
          <select
            ref={at === 0 ? first : undefined}
            id={fieldOf(at)}
            name={fieldOf(at)}
            onChange={({ currentTarget }) => setUnits((all) => ({ ...all, [lineId]: currentTarget.selectedIndex }))}
          >
            <option value="">{t("refuse.none")}</option>
            {Array.from({ length: quantity }, (_, index) => index + 1).map((n) => (
              <option key={n} value={valueOf(n, lineId)}>
                {t("refuse.some", { count: n, of: quantity })}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="field">
        <label htmlFor="refusedReason">{t("refuse.reason")}</label>
        <select id="refusedReason" name="refusedReason">
          {REFUSAL_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`refuse.because.${reason}`)}
            </option>
          ))}
        </select>
      </div>
      {count > 0 && (
        <p className={isAll ? "note bad" : "note"} role="status">
          {t(isAll ? "refuse.all" : "refuse.comesBack")}
        </p>
      )}
    </details>
  );
}
