import { triggerFor, type InvoiceTriggers } from "~/domain/document/trigger";
import { PAYMENT_TYPES } from "~/domain/order/order";

export const GUIDE_SETTINGS = ["auto", "on", "off"] as const;
/** Whether couriers load a run and wait for its dispatch guide; `auto`: where the law wants one and it can be issued. */
export type GuideSetting = (typeof GUIDE_SETTINGS)[number];

type Facts = { setting: GuideSetting; triggers: InvoiceTriggers; hasSeries: boolean; hasCarrier: boolean };

/**
 * Goods that are invoiced only at delivery move without an invoice, so they need a guide that is authorised before (Res.
 * NAC-DGERCGC25-00000014). `auto` begins with the first guide that could be issued: a series for it, and a courier whose data it may bear.
 */
export function wantsGuides({ setting, triggers, hasSeries, hasCarrier }: Facts): boolean {
  if (setting !== "auto") return setting === "on";
  return hasSeries && hasCarrier && PAYMENT_TYPES.some((type) => triggerFor(triggers, type) === "on_delivery");
}
