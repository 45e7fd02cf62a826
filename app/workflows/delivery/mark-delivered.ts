import { dateIn, startOfDay } from "~/domain/time/calendar";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { handedOver } from "./handed-over";

export type MarkDelivered = {
  shopId: string;
  deliveryId: string;
  /** yyyy-mm-dd in the shop's zone. */
  date: string;
  actor: string;
};

const HALF_A_DAY = 12 * 3_600_000;

/**
 * A carrier of whom no word comes has delivered, the merchant knows. Of a past day its noon is taken, but no moment before the dispatch.
 * Throws PermanentFailure not_with_carrier, delivered_at_invalid (a day to come, or before the dispatch).
 */
export async function markDelivered(
  ports: Pick<Ports, "store" | "clock" | "countries">,
  { shopId, deliveryId, date, actor }: MarkDelivered,
): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`delivery:${deliveryId}`);
    const delivery = await s.findDelivery(deliveryId);
    if (delivery?.method !== "carrier" || delivery.state !== "out_for_delivery") throw new PermanentFailure("not_with_carrier");
    const [{ timeZone }, now] = [await s.shop(), ports.clock.now()];
    const sentAt = delivery.startedAt ?? now;
    if (date > dateIn(now, timeZone) || date < dateIn(sentAt, timeZone)) throw new PermanentFailure("delivered_at_invalid", { date });
    const noon = new Date(startOfDay(new Date(`${date}T12:00:00Z`), timeZone).getTime() + HALF_A_DAY);
    const at = new Date(Math.max(sentAt.getTime(), Math.min(now.getTime(), noon.getTime())));
    await handedOver(ports, s, delivery, { at, actor, proof: "here", reason: { code: "marked_delivered", params: { date } } });
  });
}
