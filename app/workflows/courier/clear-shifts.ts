import { LONGEST_SHIFT_MS } from "~/domain/shift/shift";
import type { ShopStore } from "~/ports/store";

const KEPT_MS = 30 * 86_400_000;

/** Shifts that were forgotten end; those of a month ago go. */
export async function clearShifts(s: Pick<ShopStore, "endForgottenShifts" | "forgetShifts">, now: Date): Promise<void> {
  await s.endForgottenShifts({ startedBefore: new Date(now.getTime() - LONGEST_SHIFT_MS), now });
  await s.forgetShifts(new Date(now.getTime() - KEPT_MS));
}
