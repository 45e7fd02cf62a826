import { bearsPayment } from "~/domain/delivery/bearers";
import { carriedBy } from "~/domain/delivery/carried";
import { dueAfterRefusal, worthRefused } from "~/domain/delivery/refusal";
import { pendingRefused, roundingOf } from "~/domain/delivery/refused-units";
import { amountDue, NOTHING_TAKEN } from "~/domain/delivery/owed";
import { formatMinor } from "~/domain/money/money";
import { UNPAID_CODES, verdictOn, type Collected, type Due, type Verdict } from "~/domain/settlement/collected";
import type { Ports } from "~/ports/ports";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** Money changed hands, but not as it should have: what the desk reads. */
export function markOf(verdict: Verdict, { collected, due }: { collected: Collected | null; due: Due | null }): Worded | null {
  if (verdict === "full") return null;
  const currency = due?.currency ?? collected!.currency;
  const amount = (minor: number, of = currency) => (of === currency ? "" : `${of} `) + formatMinor(minor, of);
  const params = {
    due: amount(due?.minor ?? 0),
    collected: amount(collected?.minor ?? 0, collected?.currency),
    because: collected?.because ?? "",
  };
  switch (verdict) {
    case "more":
      return { code: "collected_more", params };
    case "less":
      return { code: "collected_less", params };
    case "untold":
      return { code: "collected_untold", params: { due: params.due } };
    case "above_limit":
      return { code: "collected_above_limit", params: { collected: params.collected, limit: amount(due!.cashLimitMinor!) } };
  }
}

/**
 * What is still not as it should be with the money of a delivered order, so that it is read again when what had been weightier is settled; null:
 * nothing, or nobody was to collect. Part of the caller's transaction.
 */
export async function moneyMark({ countries }: Pick<Ports, "countries">, s: ShopStore, deliveryId: string): Promise<Worded | null> {
  const { orderId, state, lines } = await s.delivery(deliveryId);
  const report = (await s.attemptsOf(deliveryId)).find(({ outcome, stands }) => outcome === "delivered" && stands !== false);
  if (state !== "delivered" || !report?.courierId) return null;
  const { sale } = await s.order(orderId);
  const deliveries = await s.deliveriesOfOrder(orderId);
  // What is still owed is another's, or Shopify counts as paid what this one brought.
  if (bearsPayment(deliveries)?.id !== deliveryId) return null;
  const taken = (await s.takenFor([orderId])).get(orderId) ?? NOTHING_TAKEN;
  if (taken.minor <= 0 && (taken.byDelivery[deliveryId] ?? 0) > 0) return null;
  const minor = dueAfterRefusal(
    amountDue(sale, deliveryId, { siblings: deliveries, taken }),
    worthRefused(carriedBy(lines, sale), pendingRefused(sale.lines, deliveries)),
  );
  if (minor === 0) return null;
  const due = { minor, currency: sale.currency, cashLimitMinor: countries("EC").cashLimit?.minor ?? null };
  const collected = report.collected ?? null;
  // What was refused Shopify may have rounded a cent otherwise than the door did.
  if (collected?.currency === due.currency && Math.abs(collected.minor - due.minor) <= roundingOf(deliveries)) return null;
  return markOf(verdictOn(collected, due) ?? "full", { collected, due });
}

/** The order is paid, whoever took the money: nothing of it is for a person any more. Part of the caller's transaction. */
export async function forgetUnpaid(s: ShopStore, orderId: string): Promise<void> {
  for (const { id, attention } of await s.deliveriesOfOrder(orderId))
    if (attention && UNPAID_CODES.includes(attention.code)) await s.updateDelivery(id, { attention: null });
}
