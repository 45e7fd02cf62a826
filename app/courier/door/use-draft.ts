import { useState, type FormEvent } from "react";
import { usePhoneProgram, type Draft } from "../phone-port";

/**
 * Takes a form's report to the phone's own memory and goes back to the list at once; sending goes on by itself. Without the phone's program the form goes as
 * it is.
 */
export function useDraft(list: string, draftOf: (form: FormData) => Draft) {
  const phone = usePhoneProgram();
  const [isBusy, setBusy] = useState(false);
  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    if (!phone) return;
    event.preventDefault();
    setBusy(true);
    try {
      const draft = draftOf(new FormData(event.currentTarget));
      await phone.record(draft);
      phone.go(draft.kind === "start" ? `${list}/deliveries/${draft.deliveryId}` : `${list}?reported=${draft.deliveryId}`);
    } finally {
      setBusy(false);
    }
  }
  return { phone, isBusy, onSubmit: (event: FormEvent<HTMLFormElement>) => void send(event) };
}

/** What the position field has found. */
export function positionOf(form: FormData): Draft["position"] {
  const [latitude, longitude, accuracy] = ["latitude", "longitude", "accuracy"].map((name) => form.get(name));
  if (!latitude || !longitude) return null;
  return { latitude: Number(latitude), longitude: Number(longitude), accuracyMetres: accuracy ? Number(accuracy) : null };
}

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
