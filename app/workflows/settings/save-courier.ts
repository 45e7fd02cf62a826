import type { Ports } from "~/ports/ports";
import type { Courier } from "~/ports/courier-records";
import type { ShopStore } from "~/ports/store";
import { tryWaiting } from "~/workflows/assignment/wake";
import { handBackStops } from "~/workflows/delivery/hand-back-stops";
import { newLink, type RenewCourierLink } from "~/workflows/delivery/renew-courier-link";
import { welcomeBack } from "~/workflows/delivery/welcome-back";
import { resumeWaiting } from "~/workflows/document/resume-waiting";

export type SaveCourier = { shopId: string; actor: string; courier: Omit<Courier, "id" | "outOn"> & { id: string | null } };

/**
 * A new courier, or one who is back, gets a link at once; one who is no longer active loses it, and the open stops are handed back. Deliveries
 * that waited for somebody are tried again.
 */
export async function saveCourier(
  ports: Pick<Ports, "store" | "links" | "ids" | "clock">,
  { shopId, actor, courier: given }: SaveCourier,
): Promise<{ id: string }> {
  const id = given.id ?? ports.ids.uuid();
  await ports.store.change(shopId, async (s) => {
    await s.lock("assignment");
    const known = (await s.couriers()).find((one) => one.id === id);
    // Who is out today stays so, whatever else is said of them.
    const courier = { ...given, id, outOn: known?.outOn ?? null };
    await s.saveCourier(courier);
    await s.record({
      actor,
      type: "courier",
      from: null,
      to: courier.active ? "saved" : "inactive",
      reason: { code: "courier_saved", params: { courier: courier.name } },
    });
    if (courier.active) await welcome(s, ports, { shopId, actor, courierId: id });
    else await dismiss(s, courier, ports.clock.now());
    await resumeWaiting(s, ["carrier_data_missing"]);
    await tryWaiting(s);
  });
  return { id };
}

async function welcome(s: ShopStore, ports: Pick<Ports, "links" | "ids" | "clock">, whose: RenewCourierLink): Promise<void> {
  const links = await s.links("courier", whose.courierId);
  // Revoked ones stay so: who holds an old address may be somebody else by now.
  if (links.every(({ revokedAt }) => revokedAt)) await newLink(s, ports, whose);
  await welcomeBack(s, { id: whose.courierId });
}

async function dismiss(s: ShopStore, courier: Courier, now: Date): Promise<void> {
  for (const link of await s.links("courier", courier.id)) if (!link.revokedAt) await s.revokeLink(link.id);
  await handBackStops(s, courier, now);
}
