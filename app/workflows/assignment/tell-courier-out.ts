import { PermanentFailure } from "~/ports/failures";
import type { MovedStop } from "~/ports/mail";
import type { Ports } from "~/ports/ports";
import type { AbsenceRecord, StopMove } from "~/ports/courier-records";
import type { ShopStore } from "~/ports/store";
import { sendOrNote } from "~/workflows/delivery/send-courier-link";

type Needs = Pick<Ports, "store" | "mail" | "letters">;

/** One letter to a courier with all stops that an absence gave them, or took. Nothing to say, or no address: no letter. Throws PermanentFailure mail_refused. */
export async function tellCourier(
  { store, mail, letters }: Needs,
  { shopId, courierId, absenceId, isUndone }: { shopId: string; courierId: string; absenceId: string; isUndone: boolean },
): Promise<void> {
  const s = store.of(shopId);
  const [absence, couriers, shop] = [await s.absence(absenceId), await s.couriers(), await s.shop()];
  const courier = couriers.find(({ id }) => id === courierId);
  if (!absence || !courier?.email || !courier.active) return;
  const isOwn = courierId === absence.courierId;
  const stops = await stopsToTell(s, absence, { courierId, isUndone });
  if (stops.length === 0 && !isOwn) return;
  const absent = couriers.find(({ id }) => id === absence.courierId)?.name ?? "";
  const kind = isOwn ? (isUndone ? "back" : "out") : isUndone ? "taken" : "given";
  const messageId = `<absence-${absenceId}-${courierId}-${kind}@${shop.domain}>`;
  const { email: to, locale, name } = courier;
  await sendOrNote(s, mail, courierId, letters.movedStops({ to, locale, shop, courier: name, absent, kind, stops, messageId }));
}

/** To who is out: what went; to the others: what came to them. Taken back: the same, without what stays where it was given. */
async function stopsToTell(
  s: ShopStore,
  { moves, kept, courierId: absentId }: AbsenceRecord,
  { courierId, isUndone }: { courierId: string; isUndone: boolean },
): Promise<MovedStop[]> {
  const stays = new Set(isUndone ? kept?.map(({ deliveryId }) => deliveryId) : []);
  const isTold = ({ deliveryId, after }: StopMove) =>
    !stays.has(deliveryId) && (courierId === absentId ? after.courierId !== absentId : after.courierId === courierId);
  const told: MovedStop[] = [];
  for (const { deliveryId, before } of moves.filter(isTold)) {
    const { name, sale } = await s.order((await s.delivery(deliveryId)).orderId);
    const { address1, address2, city, zip } = sale.shippingAddress ?? {};
    const address = [address1, address2, zip, city].filter(Boolean).join(", ");
    told.push({ order: name, address, isWithAbsent: before.state !== "assigned" });
  }
  return told;
}

/** The shopper whose delivery was under way learns that another courier brings it. A refused mail is told on the order. */
export async function tellShopper(
  { store, mail, letters }: Needs,
  { shopId, deliveryId, absenceId }: { shopId: string; deliveryId: string; absenceId: string },
): Promise<void> {
  const s = store.of(shopId);
  const shop = await s.shop();
  const order = await s.order((await s.delivery(deliveryId)).orderId);
  const { email: to, locale } = order.sale;
  if (!to) return;
  const messageId = `<absence-${absenceId}-${deliveryId}@${shop.domain}>`;
  const about = { orderId: order.id, deliveryId, actor: "system", type: "notice" };
  try {
    await mail.send(letters.anotherCourier({ to, locale: locale ?? shop.locale, shop, orderName: order.name, messageId }));
  } catch (error) {
    if (error instanceof PermanentFailure) await s.record({ ...about, reason: { code: "shopper_not_told" } });
    throw error;
  }
  await s.record({ ...about, reason: { code: "shopper_told" } });
}
