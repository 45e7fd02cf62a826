import { triggerFor } from "~/domain/document/trigger";
import { carrierOf } from "~/domain/dispatch/carrier";
import type { PaymentType } from "~/domain/order/order";
import { fullMonths } from "~/domain/time/month";
import { zoneAlarms } from "~/domain/zone/zone-alarms";
import type { ShadowRunRecord, Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { areGuidesWanted } from "~/workflows/run/guides-wanted";
import type { QueryPorts } from "./ports";
import { unlinkedInUse } from "./unlinked-locations";
import { zoneStanding } from "./zone-standing";
import { productTaxes, type TaxQueryPorts } from "./product-taxes";

/** What is missing; `scope.<name>`: a scope of Shopify's that was not granted. */
export type SetupGap =
  | `scope.${string}`
  | "issuer"
  | "certificate"
  | "certificate_expired"
  | "trigger"
  | "tax_rates"
  | "zones"
  | "zones_incomplete"
  | "couriers"
  | "transport"
  | "carrier"
  | "locations"
  | "places"
  | "shadow";

/** The desk asks again and again: a rate that is wrong shows on the newest orders. */
const NEWEST_ORDERS = 50;
const PREPAID: PaymentType[] = ["card", "transfer"];

/** Payment types whose invoice moment nobody has chosen. */
export const undecided = (shop: Pick<Shop, "invoiceTriggers">): PaymentType[] =>
  PREPAID.filter((type) => triggerFor(shop.invoiceTriggers, type) === null);

/** What is still missing before every order can go the whole way, in the order in which one would do it. */
export async function setupGaps(ports: TaxQueryPorts & Pick<QueryPorts, "store">, { shop }: { shop: Shop }): Promise<SetupGap[]> {
  const s = ports.store.of(shop.id);
  const [issuer, zones, couriers, { unlawful }, scopes] = await Promise.all([
    s.issuer(),
    s.zones(),
    s.couriers(),
    productTaxes(ports, { shop, orders: NEWEST_ORDERS }),
    ports.screens.missingScopes(shop.id),
  ]);
  const standing = await zoneStanding(s, couriers, issuer);
  const wanted = await areGuidesWanted(s);
  const certificate = issuer && (await s.activeCertificate(issuer.id));
  const gaps: [SetupGap, boolean][] = [
    ...scopes.map((scope): [SetupGap, boolean] => [`scope.${scope}`, true]),
    ["issuer", !issuer],
    ["certificate", !certificate],
    ["certificate_expired", !!certificate && certificate.notAfter <= ports.clock.now()],
    ["trigger", undecided(shop).length > 0],
    ["tax_rates", unlawful.length > 0],
    ["couriers", !couriers.some(({ active }) => active)],
    ["transport", wanted && couriers.some((courier) => courier.active && "missing" in carrierOf(courier, issuer?.country ?? "EC"))],
    // Said once: by the scope where it is known to be missing.
    ["locations", shop.locationsState === "no_scope" && !scopes.includes("read_locations")],
    ["places", (await unlinkedInUse(s)).length > 0],
    ["zones", !zones.some(({ active }) => active)],
    ["zones_incomplete", zones.some((zone) => zoneAlarms(zone, standing).length > 0)],
    ["carrier", shop.carrierService !== "active" && shop.carrierService !== "unknown" && (await s.nativeRates()).state !== "written"],
    ["shadow", !(await wasRehearsed(s))],
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap);
}

/** Whether a month was looked at to its end, the last one then, and nothing that decides on invoices was set since. */
async function wasRehearsed(s: ShopStore): Promise<boolean> {
  const { timeZone } = await s.shop();
  const isLastMonth = ({ month, startedAt }: ShadowRunRecord) => fullMonths(startedAt, timeZone, 1).includes(month);
  const newest = (await s.shadowRuns()).find((run) => run.state === "ended" && isLastMonth(run));
  return newest !== undefined && !(await s.areSettingsNewerThan(newest.id));
}
