import { carrierOf } from "~/domain/dispatch/carrier";
import { wantsGuides } from "~/domain/dispatch/guide-setting";
import type { ShopStore } from "~/ports/store";

type Needs = Pick<ShopStore, "shop" | "issuer" | "series" | "couriers">;

/** Whether the shop's couriers load runs and wait for their guides. */
export async function areGuidesWanted(s: Needs): Promise<boolean> {
  const { guides: setting, invoiceTriggers: triggers } = await s.shop();
  if (setting !== "auto") return setting === "on";
  const issuer = await s.issuer();
  if (!issuer) return false;
  const hasSeries = (await s.series(issuer.id)).some(
    ({ documentType, environment }) => documentType === "dispatch_guide" && environment === issuer.environment,
  );
  const hasCarrier = hasSeries && (await s.couriers()).some((courier) => courier.active && "carrier" in carrierOf(courier, issuer.country));
  return wantsGuides({ setting, triggers, hasSeries, hasCarrier });
}
