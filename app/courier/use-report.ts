import { useEffect, useRef, useState, type FormEvent } from "react";
import { downscale } from "./downscale";
import type { Problem } from "./problem";
import { upload } from "./upload";

export type Sending =
  | { step: "idle" }
  | { step: "preparing" }
  | { step: "sending"; percent: number }
  | { step: "offline" }
  | { step: "refused"; problem: Problem };

/**
 * Sends a report from the phone: photo made smaller, progress shown. The report's id is made here once and kept for every retry, so that a
 * report whose answer was lost isn't made twice. Without JavaScript the form goes by itself with the id the server put in.
 */
export function useReport(serverId: string) {
  const [reportId, setReportId] = useState(serverId);
  const [sending, setSending] = useState<Sending>({ step: "idle" });
  const happenedAt = useRef<string>(undefined);
  useEffect(() => {
    // Missing where the page isn't served over https.
    if (typeof crypto.randomUUID === "function") setReportId(crypto.randomUUID());
  }, []);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    happenedAt.current ??= new Date().toISOString();
    const data = new FormData(form);
    data.set("happenedAt", happenedAt.current);
    const photo = data.get("photo");
    if (photo instanceof File && photo.size > 0) {
      setSending({ step: "preparing" });
      data.set("photo", await downscale(photo), "photo.jpg");
    }
    setSending({ step: "sending", percent: 0 });
    const result = await upload(location.pathname, data, (percent) => setSending({ step: "sending", percent }));
    if (result.kind === "done") return location.assign(result.url);
    // After a refusal the next try is a new moment, after silence it is still the same one.
    if (result.kind === "refused") happenedAt.current = undefined;
    setSending(result.kind === "offline" ? { step: "offline" } : { step: "refused", problem: result.problem });
  }
  return { reportId, sending, send, isBusy: sending.step === "preparing" || sending.step === "sending" };
}
