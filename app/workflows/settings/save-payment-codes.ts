import { PermanentFailure } from "~/ports/failures";
import { resumeWaiting } from "~/workflows/document/resume-waiting";
import type { Ports } from "~/ports/ports";

export type SavePaymentCodes = { shopId: string; actor: string; codes: Record<string, string> };

/**
 * The authority's code of each gateway, as the merchant chose; a gateway left out goes by its payment type. Documents already numbered keep
 * theirs; those held for too much cash are looked at again. PermanentFailure payment_code_unknown { code }.
 */
export async function savePaymentCodes(
  { store, countries }: Pick<Ports, "store" | "countries">,
  { shopId, actor, codes }: SavePaymentCodes,
): Promise<void> {
  const known = countries("EC").paymentCodes;
  const unknown = Object.values(codes).find((code) => !known.includes(code));
  if (unknown !== undefined) throw new PermanentFailure("payment_code_unknown", { code: unknown });
  await store.change(shopId, async (s) => {
    await s.updateShop({ paymentCodes: codes });
    await s.record({ actor, type: "payment_codes", from: null, to: "saved" });
    await resumeWaiting(s, ["cash_above_limit"]);
  });
}
