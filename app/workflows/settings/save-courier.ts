import type { Ports } from "~/ports/ports";
import type { Courier } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { forgetAbsence, handBackStops } from "~/workflows/delivery/hand-back-stops";
import { newLink, type RenewCourierLink } from "~/workflows/delivery/renew-courier-link";
import { resumeWaiting } from "~/workflows/document/resume-waiting";

export type SaveCourier = { shopId: string; actor: string; courier: Omit<Courier, "id"> & { id: string | null } };

/**
 * A new courier, or one who is back, gets a link at once; one who is no longer active loses it, and the open stops are handed back. Deliveries
 * that waited for somebody are tried again.
 */
export async function saveCourier(
  ports: Pick<Ports, "store" | "links" | "ids" | "clock">,
  { shopId, actor, courier }: SaveCourier,
): Promise<{ id: string }> {
  const id = courier.id ?? ports.ids.uuid();
  await ports.store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.saveCourier({ ...courier, id });
    await s.record({
      actor,
      type: "courier",
      from: null,
      to: courier.active ? "saved" : "inactive",
      reason: { code: "courier_saved", params: { courier: courier.name } },
    });
    if (courier.active) await welcome(s, ports, { shopId, actor, courierId: id });
    else await dismiss(s, { ...courier, id }, ports.clock.now());
    await resumeWaiting(s, ["carrier_data_missing"]);
    for (const delivery of await s.unassignedDeliveries()) await s.enqueue("assign-delivery", { shopId, deliveryId: delivery.id });
  });
  return { id };
}

async function welcome(s: ShopStore, ports: Pick<Ports, "links" | "ids" | "clock">, whose: RenewCourierLink): Promise<void> {
  const links = await s.links("courier", whose.courierId);
  // Revoked ones stay so: who holds an old address may be somebody else by now.
  if (links.every(({ revokedAt }) => revokedAt)) await newLink(s, ports, whose);
  await forgetAbsence(s, { id: whose.courierId });
}

async function dismiss(s: ShopStore, courier: Courier, now: Date): Promise<void> {
  for (const link of await s.links("courier", courier.id)) if (!link.revokedAt) await s.revokeLink(link.id);
  await handBackStops(s, courier, now);
}
