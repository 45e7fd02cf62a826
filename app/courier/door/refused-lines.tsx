import { useEffect, useRef, useState } from "react";
import { dueAfterRefusal, REFUSAL_REASONS, worthRefused } from "~/domain/delivery/refusal";
import type { StopView } from "../protocol";
import { amountText, type Refusable } from "../refusable";
import { fieldOf, MOST_REFUSABLE, valueOf } from "../refused";
import type { Say } from "../words";

/** Folded away, it is the exception: so many units of a line were not taken. A day of before names no lines. */
export const RefusedLines = ({ stop: { refusable }, t }: { stop: StopView; t: Say }) =>
  refusable ? <Lines refusable={refusable} t={t} /> : null;

type Props = { refusable: Refusable; t: Say };

function Lines({ refusable, t }: Props) {
  const lines = refusable.lines.slice(0, MOST_REFUSABLE);
  const [units, setUnits] = useState<Record<string, number>>({});
  const count = Object.values(units).reduce((sum, quantity) => sum + quantity, 0);
  const isAll = count === refusable.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const first = useRef<HTMLSelectElement>(null);
  // The browser itself keeps the form: what is refused whole is a failed attempt.
  useEffect(() => first.current?.setCustomValidity(isAll ? t("refuse.all") : ""), [isAll, t]);
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
      {count > 0 && <Left refusable={refusable} units={units} isAll={isAll} t={t} />}
    </details>
  );
}

/** What comes back, and what is collected now. */
function Left({ refusable, units, isAll, t }: Props & { units: Record<string, number>; isAll: boolean }) {
  const refused = Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity }));
  const { collectMinor } = refusable;
  if (isAll) return <p className="note bad">{t("refuse.all")}</p>;
  return (
    <div role="status">
      {collectMinor !== null && (
        <p className="collect">
          <span>{t("refuse.collect")}</span>
          <strong>{amountText(dueAfterRefusal(collectMinor, worthRefused(refusable.lines, refused)), refusable)}</strong>
        </p>
      )}
      <p className="note">{t("refuse.comesBack")}</p>
    </div>
  );
}
