import { carriedBy } from "~/domain/delivery/carried";
import { dueAfterRefusal, refusedOf, worthRefused, type RefusedUnits } from "~/domain/delivery/refusal";
import { amountDue, NOTHING_TAKEN } from "~/domain/delivery/owed";
import type { Due } from "~/domain/settlement/collected";
import type { Ports } from "~/ports/ports";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Delivered = Pick<DeliveryRecord, "id" | "orderId">;

/** What is to be collected as it is handed over, without what of it is not taken (`isRefused`: there is such); null: nothing. */
export async function dueAt(
  { countries }: Pick<Ports, "countries">,
  s: ShopStore,
  { id, orderId }: Delivered,
  said: readonly RefusedUnits[],
): Promise<{ due: Due | null; isRefused: boolean }> {
  const { sale } = await s.order(orderId);
  const deliveries = await s.deliveriesOfOrder(orderId);
  const goods = carriedBy(deliveries.find((one) => one.id === id)?.lines ?? [], sale);
  const refused = refusedOf(said, goods);
  const taken = (await s.takenFor([orderId])).get(orderId) ?? NOTHING_TAKEN;
  const minor = dueAfterRefusal(amountDue(sale, id, { siblings: deliveries, taken }), worthRefused(goods, refused));
  const due = minor > 0 ? { minor, currency: sale.currency, cashLimitMinor: countries("EC").cashLimit?.minor ?? null } : null;
  return { due, isRefused: refused.length > 0 };
}
