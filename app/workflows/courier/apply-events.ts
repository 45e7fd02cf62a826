import type { Ports } from "~/ports/ports";
import { applyEvent } from "./apply-event";
import { noteHindered, settleHindered } from "./note-hindered";

type Input = { shopId: string; courierId: string };
type Needs = Pick<Ports, "store" | "clock" | "countries" | "ids" | "addressKey" | "zones" | "links" | "log">;

/**
 * Works out what a courier's phones told and nobody has looked at yet, phone by phone in the order in which it happened, each event in a
 * transaction of its own. One that fails holds up nobody else: the courier and the log see it, and in the end the order; it is tried again with
 * the job, which fails at its end, with whatever the phone tells next, and with the sweep.
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
    if (!told || told.appliedAt !== null) return;
    await applyEvent(ports, s, told);
    await settleHindered(s, told);
  });
}
