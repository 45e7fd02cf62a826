import type { ShopStore } from "~/ports/store";
import { resumeDocument } from "./resume-document";

const LIMIT = 1000;

/** Documents that waited for one of these reasons go on. Part of the caller's transaction. */
export async function resumeWaiting(s: ShopStore, codes: readonly string[]): Promise<void> {
  const waiting = await s.markedDocuments(["waiting_for_data", "numbered"], LIMIT);
  for (const document of waiting)
    if (document.attention && codes.includes(document.attention.code)) await resumeDocument(s, { ...document, attention: null });
}
