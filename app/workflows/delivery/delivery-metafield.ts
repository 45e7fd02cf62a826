import { bearsShipping } from "~/domain/delivery/bearers";
import { furthestBehind } from "~/domain/delivery/overall";
import { formatMinor } from "~/domain/money/money";
import type { DeliveryMetafield } from "~/ports/shopify-admin";
import type { Courier } from "~/ports/courier-records";
import type { DeliveryRecord, Zone } from "~/ports/records";

type Names = {
  zones: readonly Pick<Zone, "id" | "name">[];
  couriers: readonly Pick<Courier, "id" | "name">[];
  pinOf?: (delivery: DeliveryRecord) => string | null;
};

/** What the Shopify order says of its deliveries: of several the one that is furthest behind, the price of the one that bears shipping, then all. */
export function deliveryMetafield(deliveries: readonly DeliveryRecord[], names: Names): DeliveryMetafield {
  const behind = furthestBehind(deliveries);
  if (!behind) throw new Error("an order without deliveries has nothing to say of them");
  const told = partOf(behind, names);
  const { currency, commissionMinor, assignment } = behind;
  const { rateMinor } = bearsShipping(deliveries) ?? behind;
  const money = (minor: number | null) => (minor === null ? null : formatMinor(minor, currency));
  return {
    schemaVersion: 1,
    ...told,
    rate: money(rateMinor),
    commission: money(commissionMinor),
    currency,
    reason: assignment?.code ?? null,
    ...(deliveries.length > 1 ? { deliveries: deliveries.map((one) => partOf(one, names)) } : {}),
  };
}

function partOf(delivery: DeliveryRecord, { zones, couriers, pinOf }: Names) {
  const { state, method, zoneId, courierId } = delivery;
  const pin = pinOf?.(delivery) ?? null;
  return {
    state,
    method,
    zone: zones.find(({ id }) => id === zoneId)?.name ?? null,
    courier: couriers.find(({ id }) => id === courierId)?.name ?? null,
    ...(pin === null ? {} : { pin }),
  };
}
