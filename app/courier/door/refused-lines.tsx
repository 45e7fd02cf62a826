import { useEffect, useState } from "react";
import { REFUSAL_REASONS, worthRefused } from "~/domain/delivery/refusal";
import { usePhoneProgram } from "../phone-port";
import type { StopView } from "../protocol";
import type { Refusable } from "../refusable";
import { fieldOf, refusedIn } from "../refused-fields";
import type { Say } from "../words";
import { FindLine, isFound, MANY_LINES } from "./find-line";
import { LineField } from "./line-field";
import { useTyped, useTypedForm } from "./typed";

/** Folded away, it is the exception: so many units of a line were not taken. A day of before names no lines. */
export const RefusedLines = ({ stop, ...rest }: Omit<Props, "refusable" | "isReturn"> & { stop: StopView }) =>
  stop.refusable ? <Lines refusable={stop.refusable} isReturn={stop.isReturn ?? false} {...rest} /> : null;

/** `onRefused`: what it comes to, in minor units. */
type Props = { refusable: Refusable; isReturn: boolean; onRefused: (minor: number) => void; t: Say };

function Lines({ refusable: { lines }, isReturn, onRefused, t }: Props) {
  const before = useTypedForm();
  const [units, setUnits] = useState<Record<string, number>>(() =>
    Object.fromEntries(refusedIn(before).map(({ lineId, quantity }) => [lineId, quantity])),
  );
  const [sought, setSought] = useState("");
  const hasScript = usePhoneProgram() !== null;
  const count = Object.values(units).reduce((sum, quantity) => sum + quantity, 0);
  const isAll = count === lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const refused = Object.entries(units).map(([lineId, quantity]) => ({ lineId, quantity }));
  const worth = worthRefused(lines, refused);
  useEffect(() => onRefused(worth), [onRefused, worth]);
  return (
    <details className="refusal" open={count > 0 && !hasScript}>
      <summary>{t("refuse.title")}</summary>
      <p className="hint">{t("refuse.hint")}</p>
      {hasScript && lines.length > MANY_LINES && <FindLine lines={lines} sought={sought} onSought={setSought} t={t} />}
      {lines.map((line, at) => (
        <LineField
          key={line.lineId}
          name={fieldOf(at)}
          line={line}
          isPriced={!isReturn}
          // The browser itself keeps the form: what is refused whole is a failed attempt.
          problem={isAll && at === 0 ? t("refuse.all") : ""}
          // What was said of a line stays in sight.
          isHidden={!isFound(line, sought) && !units[line.lineId]}
          onUnits={(quantity) => setUnits((all) => ({ ...all, [line.lineId]: quantity }))}
          t={t}
        />
      ))}
      {!isReturn && <Because t={t} />}
      {count > 0 && (
        <p className={isAll ? "note bad" : "note"} role="status">
          {t(isAll ? "refuse.all" : "refuse.comesBack")}
        </p>
      )}
    </details>
  );
}

/** What the buyer of a return keeps needs no reason here: the shop asks. */
const Because = ({ t }: { t: Say }) => {
  const typed = useTyped("refusedReason");
  return (
    <div className="field">
      <label htmlFor="refusedReason">{t("refuse.reason")}</label>
      <select id="refusedReason" name="refusedReason" defaultValue={typed}>
        {REFUSAL_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(`refuse.because.${reason}`)}
          </option>
        ))}
      </select>
    </div>
  );
};
