import type { Ports } from "~/ports/ports";

export type ChooseShipping = { shopId: string; actor: string; chargeShipping: boolean };

/** Whether an unpaid order that came without shipping gets the zone's price by itself. */
export async function chooseShipping({ store }: Pick<Ports, "store">, { shopId, actor, chargeShipping }: ChooseShipping): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop({ chargeShipping });
    await s.record({ actor, type: "shipping_rule", from: null, to: chargeShipping ? "on" : "off" });
  });
}
