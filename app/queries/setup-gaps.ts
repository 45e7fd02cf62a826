import { triggerFor } from "~/domain/document/trigger";
import { carrierOf } from "~/domain/dispatch/carrier";
import type { PaymentType } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import { areGuidesWanted } from "~/workflows/guides-wanted";

export type SetupGap = "issuer" | "certificate" | "certificate_expired" | "trigger" | "zones" | "couriers" | "transport" | "carrier";

const PREPAID: PaymentType[] = ["card", "transfer"];

/** Payment types whose invoice moment nobody has chosen. */
export const undecided = (shop: Pick<Shop, "invoiceTriggers">): PaymentType[] =>
  PREPAID.filter((type) => triggerFor(shop.invoiceTriggers, type) === null);

/** What is still missing before every order can go the whole way, in the order in which one would do it. */
export async function setupGaps({ store, clock }: Pick<Ports, "store" | "clock">, { shop }: { shop: Shop }): Promise<SetupGap[]> {
  const s = store.of(shop.id);
  const [issuer, zones, couriers] = await Promise.all([s.issuer(), s.zones(), s.couriers()]);
  const wanted = await areGuidesWanted(s);
  const certificate = issuer && (await s.activeCertificate(issuer.id));
  const gaps: [SetupGap, boolean][] = [
    ["issuer", !issuer],
    ["certificate", !certificate],
    ["certificate_expired", !!certificate && certificate.notAfter <= clock.now()],
    ["trigger", undecided(shop).length > 0],
    ["couriers", !couriers.some(({ active }) => active)],
    ["transport", wanted && couriers.some((courier) => courier.active && "missing" in carrierOf(courier, issuer?.country ?? "EC"))],
    ["zones", !zones.some(({ active }) => active)],
    ["carrier", shop.carrierService !== "active" && shop.carrierService !== "unknown"],
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}
