import { useState, type FormEvent } from "react";
import { tellNotKept } from "../not-kept";
import { usePhoneProgram, type Draft } from "../phone-port";
import type { Problem } from "../problem";
import { reportedText } from "../reported";

/** What was typed, or what is wrong with it. */
type Drafted<D> = { ok: true; draft: D } | { ok: false; problem: Problem };

/** `also`: what is told with it; `next`: the delivery at the same door that comes next, instead of the list. */
type Beside = { also?: Draft | null; next?: string | null };

/**
 * Takes a form's report to the phone's own memory and goes back to the list at once; sending goes on by itself. Without the phone's program the form goes as
 * it is.
 */
export function useDraft(list: string, draftOf: (form: FormData) => Draft | Drafted<Draft>, { also = null, next = null }: Beside = {}) {
  const phone = usePhoneProgram();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (!phone) return;
    event.preventDefault();
    const typed = draftOf(new FormData(event.currentTarget));
    const drafted = "ok" in typed ? typed : { ok: true as const, draft: typed };
    setProblem(drafted.ok ? null : drafted.problem);
    if (!drafted.ok) return;
    const { draft } = drafted;
    setBusy(true);
    try {
      await phone.record(draft);
      if (also) await phone.record(also);
      const told = reportedText(draft.deliveryId, draft.kind === "return");
      const page = next === null ? list : `${list}/deliveries/${next}`;
      phone.go(draft.kind === "start" ? `${list}/deliveries/${draft.deliveryId}` : `${page}?reported=${told}`);
    } catch (error) {
      tellNotKept(error, setProblem);
    } finally {
      setBusy(false);
    }
  }
  return { phone, isBusy, problem, onSubmit: (event: FormEvent<HTMLFormElement>) => void send(event) };
}

/** What the position field has found. */
export function positionOf(form: FormData): Draft["position"] {
  const [latitude, longitude, accuracy] = ["latitude", "longitude", "accuracy"].map((name) => form.get(name));
  if (!latitude || !longitude) return null;
  return { latitude: Number(latitude), longitude: Number(longitude), accuracyMetres: accuracy ? Number(accuracy) : null };
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
