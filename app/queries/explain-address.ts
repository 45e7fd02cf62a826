import { standing } from "~/domain/delivery/bearers";
import { pointOf, type Point } from "~/domain/geo/point";
import type { Whereabouts } from "~/domain/position/address-text";
import { CHECKOUT_PATIENCE_MS } from "~/domain/position/geocoder";
import { confidenceOf, type Confidence, type KnownPosition } from "~/domain/position/known-position";
import { reckoned, type CommissionBasis } from "~/domain/rate/commission";
import { explainService, type NotOffered } from "~/domain/rate/explain-rate";
import type { Load } from "~/domain/rate/rate-table";
import { serviceName } from "~/domain/rate/service";
import { dateIn } from "~/domain/time/calendar";
import type { Departure } from "~/domain/zone/departure";
import { explainZone, type LostBy } from "~/domain/zone/explain-zone";
import type { Doubt, MatchedBy } from "~/domain/zone/find-zone";
import { loadOf, momentIn } from "~/domain/zone/price-order";
import { servedDays } from "~/domain/zone/served-days";
import { asksPositions } from "~/domain/zone/zone-index";
import { leavesFrom } from "~/domain/zone/departure";
import type { Shop, Zone } from "~/ports/records";
import { locateAddress } from "~/workflows/order/locate-address";
import type { QueryPorts } from "./ports";
import { whoWouldGet } from "./who-would-get";

/** `point`: where it is known to be, as an order has it; `from`: null leaves open where the goods leave. */
export type Question = { address: Whereabouts; point: Point | null; load: Load; at: Date; from: Departure };
/** `deliveries`: of how many it consists, none that was cancelled or came back among them. */
export type OrderQuestion = Question & { deliveries: number };

export type ExplainedRate = {
  code: string;
  name: string;
  priceMinor: number | null;
  isFree: boolean;
  surchargeMinor: number;
  /** yyyy-mm-dd. */
  day: string | null;
  lost: NotOffered | null;
};
export type Explanation = {
  zone: { id: string; name: string; by: MatchedBy; what: string; currency: string } | null;
  doubt: Doubt | null;
  guess: { text: string; name: string } | null;
  position: (KnownPosition & { confidence: Confidence }) | null;
  losers: { id: string; name: string; priority: number; lost: LostBy; by: MatchedBy; what: string }[];
  /** The order is too small or too large for the zone: it offers nothing. */
  outsideLimits: boolean;
  rates: ExplainedRate[];
  commissionMinor: number | null;
  /** From what it is reckoned: as one delivery of all that was asked about. */
  commissionBasis: CommissionBasis | null;
  courier: Awaited<ReturnType<typeof whoWouldGet>> | null;
};

type Needs = Pick<QueryPorts, "store" | "zones" | "clock" | "geocoder" | "addressKey" | "holidays">;

/** What would become of an order to an address: zone, prices, commission and courier, and of each that is not the one, why. Nothing is kept of it but where a geocoder says the address is. */
export async function explainAddress(ports: Needs, { shop, ...asked }: Question & { shop: Shop }): Promise<Explanation> {
  const s = ports.store.of(shop.id);
  const { address, point, from } = asked;
  const index = await ports.zones(shop, () => s.zones());
  const looksAt = { shop, address, told: point, withinMs: CHECKOUT_PATIENCE_MS };
  const position = asksPositions(index, address.countryCode) || point ? await locateAddress(ports, looksAt) : null;
  const { matches, doubt, guess, losers, position: used } = explainZone(index, { ...address, position }, from);
  const [match] = matches;
  const told = {
    doubt,
    guess,
    position: used && { ...used, confidence: confidenceOf(used) },
    losers: losers.map(({ zone: { id, name, priority }, lost, by, what }) => ({ id, name, priority, lost, by, what })),
  };
  if (!match) return { ...told, zone: null, outsideLimits: false, rates: [], commissionMinor: null, commissionBasis: null, courier: null };
  const { zone, by, what } = match;
  return {
    ...told,
    zone: { id: zone.id, name: zone.name, by, what, currency: zone.currency },
    ...(await termsOf(zone, shop, asked)),
    courier: await whoWouldGet(ports, s, { zone, address, point: used, grams: asked.load.grams }),
  };
}

async function termsOf(zone: Zone, { timeZone, locale }: Shop, { load, at }: Question) {
  const moment = momentIn(at, timeZone);
  const when = { moment, today: dateIn(at, timeZone), served: servedDays(zone) };
  const explained = zone.services.map((service) => explainService(service, load, when));
  const cheapest = explained.find(({ lost }) => lost === null)?.price?.minor ?? 0;
  const commissionBasis = {
    rule: zone.commission,
    shippingMinor: cheapest,
    orderMinor: load.valueMinor + cheapest,
    attempts: 1,
    at: moment,
  };
  return {
    outsideLimits: load.valueMinor < (zone.orderMinMinor ?? 0) || load.valueMinor > (zone.orderMaxMinor ?? Infinity),
    rates: explained.map(({ service, price, day, lost }) => ({
      ...{ code: service.code, name: serviceName(service, locale), priceMinor: price?.minor ?? null, day, lost },
      ...{ isFree: price?.isFree ?? false, surchargeMinor: price?.surchargeMinor ?? 0 },
    })),
    ...{ commissionBasis, commissionMinor: reckoned(commissionBasis) },
  };
}

/** The question that a stored order puts: its address, its goods, the moment it was placed. Null: it goes nowhere. */
export async function questionOf(
  { store }: Pick<QueryPorts, "store">,
  { shop, orderId }: { shop: Shop; orderId: string },
): Promise<OrderQuestion | null> {
  const s = store.of(shop.id);
  const order = await s.findOrder(orderId);
  const address = order?.sale.shippingAddress;
  if (!order || !address) return null;
  const from = leavesFrom({ locationGid: null }, order.sale);
  const deliveries = standing(await s.deliveriesOfOrder(orderId)).length;
  return { address, point: pointOf(address), load: loadOf(order.sale), at: new Date(order.sale.placedAt), from, deliveries };
}
