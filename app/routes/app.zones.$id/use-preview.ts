import { useEffect, useState } from "react";
import type { UnsaidOfZone } from "~/domain/native-rate/unsaid";
import type { ZoneDraft } from "~/domain/zone-draft/draft";
import type { ZonePreview } from "~/domain/zone-preview/preview-zone";
import type { ZoneAlarm } from "~/domain/zone/zone-alarms";

export type Preview = ZonePreview & { alarms: ZoneAlarm[]; days: number; unsaid: UnsaidOfZone[] };
export type Looking = { preview: Preview | null; state: "fresh" | "looking" | "failed" };

/** So long after the last change the zone is looked at. */
const PAUSE_MS = 350;

/** What the zone would do as it is written now; the last answer stays until the next is there. What is too large is not sent: its field says so. */
export function usePreview(id: string | null, draft: ZoneDraft, isTooLarge: boolean): Looking {
  const [looking, setLooking] = useState<Looking>({ preview: null, state: "looking" });
  useEffect(() => {
    if (isTooLarge) return setLooking(({ preview }) => ({ preview, state: "failed" }));
    const stop = new AbortController();
    setLooking(({ preview }) => ({ preview, state: "looking" }));
    const timer = setTimeout(() => {
      ask({ id, draft }, stop.signal).then(
        (preview) => setLooking({ preview, state: "fresh" }),
        () => stop.signal.aborted || setLooking(({ preview }) => ({ preview, state: "failed" })),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id, draft, isTooLarge]);
  return looking;
}

// Not a fetcher: its answers would make every loader of the page read again. App Bridge puts the session token on every fetch.
async function ask(body: { id: string | null; draft: ZoneDraft }, signal: AbortSignal): Promise<Preview> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/app/zones/preview", { method: "POST", headers, body: JSON.stringify(body), signal });
  if (!answer.ok) throw new Error(`the preview answered ${answer.status}`);
  return (await answer.json()) as Preview;
}
