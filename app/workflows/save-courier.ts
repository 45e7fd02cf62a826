import type { Ports } from "~/ports/ports";
import type { Courier } from "~/ports/records";
import { resumeWaiting } from "./resume-waiting";
import { newLink } from "./renew-courier-link";

export type SaveCourier = { shopId: string; actor: string; courier: Omit<Courier, "id"> & { id: string | null } };

/** A new courier gets a link at once; one who is no longer active loses it. Deliveries that waited for somebody are tried again. */
export async function saveCourier(
  ports: Pick<Ports, "store" | "links" | "ids" | "clock">,
  { shopId, actor, courier }: SaveCourier,
): Promise<{ id: string }> {
  const id = courier.id ?? ports.ids.uuid();
  await ports.store.change(shopId, async (s) => {
    await s.saveCourier({ ...courier, id });
    await s.record({
      actor,
      type: "courier",
      from: null,
      to: courier.active ? "saved" : "inactive",
      reason: { code: "courier_saved", params: { courier: courier.name } },
    });
    if (courier.id === null) await newLink(s, ports, { shopId, courierId: id, actor });
    if (!courier.active) for (const link of await s.links("courier", id)) if (!link.revokedAt) await s.revokeLink(link.id);
    await resumeWaiting(s, ["carrier_data_missing"]);
    for (const delivery of await s.unassignedDeliveries()) await s.enqueue("assign-delivery", { shopId, deliveryId: delivery.id });
  });
  return { id };
}
