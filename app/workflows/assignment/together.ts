import type { Choice } from "~/domain/assignment/choice";
import { OPEN_STATES } from "~/domain/delivery/states";
import { otherHalf } from "~/domain/order/exchange";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { courierName } from "~/workflows/courier/at-the-door";

type One = { delivery: DeliveryRecord; order: Pick<OrderRecord, "id" | "sale"> };

/** Of an exchange whoever has the one half gets the other, so that the buyer is called at once; else as it was chosen. Part of the caller's transaction. */
export async function together(s: ShopStore, { delivery, order: { id, sale } }: One, choice: Choice): Promise<Choice> {
  if (!sale.returns?.some(({ exchangeLineIds }) => exchangeLineIds.length > 0)) return choice;
  const all = [...(await s.deliveriesOfOrder(id)), ...(await s.reverseDeliveriesOfOrder(id))];
  const other = otherHalf(delivery, all, sale.returns);
  if (!other?.courierId || !OPEN_STATES.includes(other.state)) return choice;
  const courier = await courierName(s, other.courierId);
  return { courierId: other.courierId, code: "exchange_together", params: { courier }, considered: choice.considered };
}
