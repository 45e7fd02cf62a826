import { useState, type FormEvent, type ReactNode } from "react";
import { usePhoneProgram } from "../phone-port";
import type { Problem } from "../problem";
import type { Say } from "../words";
import { useFocusBack } from "./focus-back";
import { ProblemNote } from "./problem-note";

type Props = { className?: string; t: Say; children: ReactNode };

/** What only the server can do. Without the phone's program the browser sends it and the page comes anew. */
export function OnlineForm({ className, t, children }: Props) {
  const phone = usePhoneProgram();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { place, leave, onBlur } = useFocusBack<HTMLFormElement>(isBusy);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (!phone) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    leave(submitter);
    setBusy(true);
    setProblem(await phone.post(new FormData(event.currentTarget, submitter)));
    setBusy(false);
  }
  return (
    <form
      ref={place}
      method="post"
      action="?index"
      className={className}
      onSubmit={(event) => void send(event)}
      onBlur={onBlur}
      aria-busy={isBusy}
    >
      {problem && <ProblemNote problem={problem} t={t} />}
      <fieldset disabled={isBusy}>{children}</fieldset>
    </form>
  );
}
