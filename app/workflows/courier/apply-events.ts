import type { Ports } from "~/ports/ports";
import { applyEvent } from "./apply-event";

type Input = { shopId: string; courierId: string };
type Needs = Pick<Ports, "store" | "clock" | "countries" | "ids" | "addressKey" | "zones" | "links" | "log">;

/**
 * Works out what a courier's phones told and nobody has looked at yet, phone by phone in the order in which it happened, each event in a
 * transaction of its own. One that fails holds up nobody else: the courier and the log see it, and it is tried again with the job, which fails
 * at its end, and with whatever the phone tells next.
 */
export async function applyEvents(ports: Needs, { shopId, courierId }: Input): Promise<void> {
  const failures: unknown[] = [];
  for (const id of await ports.store.of(shopId).phoneEventsToApply(courierId))
    try {
      await applyOne(ports, { shopId, courierId, id });
    } catch (error) {
      failures.push(error);
      ports.log.error("phone_event.failed", { shopId, courierId, event: id, error: String(error) });
      await noteHindered(ports, { shopId, courierId, id });
    }
  if (failures.length > 0) throw failures[0];
}

type One = Input & { id: string };

async function applyOne(ports: Needs, { shopId, courierId, id }: One): Promise<void> {
  await ports.store.change(shopId, async (s) => {
    await s.lock(`phone-events:${courierId}`);
    const told = await s.phoneEvent(courierId, id);
    if (told && told.appliedAt === null) await applyEvent(ports, s, told);
  });
}

/** It stays among those to be worked out. */
async function noteHindered({ store }: Needs, { shopId, courierId, id }: One): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock(`phone-events:${courierId}`);
    if ((await s.phoneEvent(courierId, id))?.appliedAt !== null) return;
    await s.settlePhoneEvent(courierId, id, { outcome: { code: "hindered", params: { why: "error" } }, appliedAt: null, time: null });
  });
}
