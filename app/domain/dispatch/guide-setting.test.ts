import { expect, test } from "vitest";
import { wantsGuides } from "./guide-setting";

const READY = { setting: "auto" as const, triggers: {}, hasSeries: true, hasCarrier: true };
const BEFORE_DELIVERY = { cash_on_delivery: "on_dispatch", card_authorized: "on_payment" } as const;

test.each([
  ["an invoice that comes at delivery wants a guide", READY, true],
  ["one that comes before needs none", { ...READY, triggers: BEFORE_DELIVERY }, false],
  ["one payment type invoiced at delivery is enough", { ...READY, triggers: { ...BEFORE_DELIVERY, card: "on_delivery" as const } }, true],
  ["nothing waits for a guide that has no series", { ...READY, hasSeries: false }, false],
  ["nothing waits for a guide that nobody could carry", { ...READY, hasCarrier: false }, false],
  ["the merchant may want them always", { ...READY, setting: "on" as const, hasSeries: false, triggers: BEFORE_DELIVERY }, true],
  ["or never", { ...READY, setting: "off" as const }, false],
])("%s", (_what, facts, wanted) => {
  expect(wantsGuides(facts)).toBe(wanted);
});
