import type { GuideSetting } from "~/domain/dispatch/guide-setting";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

/** `firstNumber` null: the series is as it is. */
export type ChooseGuides = {
  shopId: string;
  actor: string;
  setting: GuideSetting;
  /** An invoice issued as its courier sets out stands in for a guide; undefined: as it is. */
  onInvoice?: boolean;
  firstNumber: number | null;
};

/**
 * Whether goods move with guides, and where their numbering begins: at the place of the invoices. A series that has numbered a guide keeps its
 * count. Throws PermanentFailure issuer_missing | guide_series_in_use.
 */
export async function chooseGuides(
  { store, ids }: Pick<Ports, "store" | "ids">,
  { shopId, actor, setting, onInvoice, firstNumber }: ChooseGuides,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    await s.updateShop({ guides: setting, invoiceIsGuide: onInvoice });
    await s.record({ actor, type: "guides", from: null, to: setting });
    if (setting !== "off" && firstNumber !== null) await numberFrom(s, ids.uuid(), firstNumber);
  });
}

async function numberFrom(s: ShopStore, freshId: string, firstNumber: number): Promise<void> {
  const issuer = await s.issuer();
  const series = issuer ? await s.series(issuer.id) : [];
  const own = series.filter(({ environment }) => environment === issuer?.environment);
  const invoices = own.find(({ documentType }) => documentType === "invoice");
  if (!issuer || !invoices) throw new PermanentFailure("issuer_missing");
  const known = own.find(({ documentType }) => documentType === "dispatch_guide");
  if (known?.nextNumber === firstNumber) return;
  if (known && (await s.isSeriesUsed(known.id))) throw new PermanentFailure("guide_series_in_use");
  await s.saveSeries({ ...invoices, id: known?.id ?? freshId, documentType: "dispatch_guide", firstNumber, nextNumber: firstNumber });
}
