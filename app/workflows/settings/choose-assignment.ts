import type { AssignmentRules } from "~/domain/assignment/terms";
import type { Ports } from "~/ports/ports";
import { tryWaiting } from "~/workflows/assignment/wake";

export type ChooseAssignment = { shopId: string; actor: string } & AssignmentRules;

/** How the shop gives deliveries, and when its couriers may not work; what waits is tried again by the new rules. */
export async function chooseAssignment(
  { store }: Pick<Ports, "store">,
  { shopId, actor, strategy, holidaysWorked, plates }: ChooseAssignment,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("assignment");
    await s.updateShop({ strategy, holidaysWorked, plates });
    await s.record({ actor, type: "assignment_rules", to: strategy, reason: { code: "assignment_rules_saved" } });
    await tryWaiting(s);
  });
}
