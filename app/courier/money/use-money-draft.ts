import { useState, type FormEvent } from "react";
import { tellNotKept } from "../not-kept";
import { usePhoneProgram, type MoneyDraft } from "../phone-port";
import type { Problem } from "../problem";

/** Takes what is said about money to the phone's memory; without the phone's program the form goes as it is. */
export function useMoneyDraft(page: string, draftOf: (form: FormData) => MoneyDraft | Problem) {
  const phone = usePhoneProgram();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (!phone) return;
    event.preventDefault();
    const said = draftOf(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
    setProblem("code" in said ? said : null);
    if ("code" in said) return;
    setBusy(true);
    try {
      await phone.record(said);
      phone.go(page);
    } catch (error) {
      tellNotKept(error, setProblem);
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, problem, onSubmit: (event: FormEvent<HTMLFormElement>) => void send(event) };
}
