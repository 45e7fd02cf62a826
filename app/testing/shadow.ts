import type { ShadowResult } from "~/domain/shadow-month/result";

/** An order of October that would have been issued, unless told. */
export const aShadowResult = (result: Partial<ShadowResult> = {}): ShadowResult => ({
  orderGid: "gid://shopify/Order/1001",
  name: "#1001",
  placedAt: new Date("2026-10-05T12:00:00Z"),
  outcome: "would_issue",
  code: null,
  params: {},
  currency: "USD",
  totalMinor: 2550,
  differenceMinor: 0,
  buyer: "identified",
  taxes: [],
  gateways: [],
  products: [],
  ...result,
});
