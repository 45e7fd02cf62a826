import { useState, type FormEvent } from "react";
import { SHIFT_KINDS, type ShiftKind } from "~/domain/shift/shift";
import { tellNotKept } from "../not-kept";
import { usePhoneProgram } from "../phone-port";
import type { Problem } from "../problem";
import type { ShiftView } from "../protocol";
import type { Say } from "../words";
import { useFocusBack } from "./focus-back";
import { ProblemNote } from "./problem-note";

type Props = { shift: ShiftView | null; t: Say };

/** What is folded away can't have the keyboard. */
const IN_SIGHT = "fieldset > .button:enabled";

/** Begins, pauses and ends the courier's day, without signal too. What the shop sees of them meanwhile is asked, and said. */
export function ShiftPanel({ shift, t }: Props) {
  const phone = usePhoneProgram();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { place, leave, onBlur } = useFocusBack<HTMLFormElement>(isBusy, IN_SIGHT);
  async function tell(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (!phone) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    leave(submitter);
    const form = new FormData(event.currentTarget, submitter);
    const kind = SHIFT_KINDS.find((known) => known === form.get("intent"));
    if (!kind) return;
    setBusy(true);
    setProblem(null);
    try {
      await phone.tellShift({ kind, shiftId: shift?.id ?? null, sharesPosition: shift?.sharesPosition ?? form.has("sharesPosition") });
    } catch (error) {
      tellNotKept(error, setProblem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      ref={place}
      method="post"
      action="?index"
      className="panel shift"
      onSubmit={(event) => void tell(event)}
      onBlur={onBlur}
      aria-busy={isBusy}
    >
      {problem && <ProblemNote problem={problem} t={t} />}
      <fieldset disabled={isBusy}>{shift ? <On shift={shift} t={t} /> : <Off t={t} />}</fieldset>
    </form>
  );
}

const Off = ({ t }: { t: Say }) => (
  <>
    <label className="check">
      <input type="checkbox" name="sharesPosition" value="yes" />
      <span>{t("shift.share")}</span>
    </label>
    <details>
      <summary>{t("shift.why")}</summary>
      <p className="hint">{t("shift.shareWhy")}</p>
    </details>
    <Button kind="shift_start" look="main" t={t} />
  </>
);

/** One row: the state, what the shop sees, and the pause. How it ends, once a day, is folded away behind the state. */
const On = ({ shift: { state, sinceText, sharesPosition }, t }: { shift: ShiftView; t: Say }) => (
  <>
    <details>
      <summary>
        <span role="status">
          <strong>{t(`shift.${state}`, { since: sinceText })}</strong>
          {sharesPosition && <span className="hint">{t(state === "on" ? "shift.seen" : "shift.unseen")}</span>}
        </span>
      </summary>
      <Button kind="shift_end" look="quiet" t={t} />
    </details>
    {state === "on" ? <Button kind="shift_pause" look="quiet" t={t} /> : <Button kind="shift_start" as="resume" look="quiet" t={t} />}
  </>
);

type ButtonProps = { kind: ShiftKind; as?: "resume"; look: "main" | "quiet"; t: Say };
const Button = ({ kind, as, look, t }: ButtonProps) => (
  <button className={`button ${look}`} name="intent" value={kind}>
    {t(`shift.${as ?? kind}`)}
  </button>
);
