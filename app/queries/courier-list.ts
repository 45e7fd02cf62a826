import { dateIn } from "~/domain/time/calendar";
import type { Courier } from "~/ports/courier-records";
import type { Shop } from "~/ports/records";
import type { CourierLoad } from "~/ports/screens";
import { courierAbsence, type CourierAbsence } from "./courier-absence";
import { courierAccess, type CourierAccess } from "./courier-access";
import { courierOverload, type CourierOverload } from "./courier-overload";
import { courierRuns, type CourierRuns } from "./courier-runs";
import { courierShift, type CourierShift } from "./courier-shift";
import type { QueryPorts } from "./ports";

export type CourierEntry = Courier & Omit<CourierLoad, "courierId" | "link"> & { linkExpiresAt: Date | null; isOut: boolean };
type Needs = Pick<QueryPorts, "store" | "screens" | "clock" | "links">;

async function entries({ store, screens, clock }: Needs, shop: Shop): Promise<{ courier: CourierEntry; link: CourierLoad["link"] }[]> {
  const [couriers, loads] = await Promise.all([store.of(shop.id).couriers(), screens.courierLoads(shop.id, clock.now(), shop.timeZone)]);
  return couriers.map((courier) => {
    const {
      openStops = 0,
      assignedToday = 0,
      zones = [],
      link = null,
      mailProblem = null,
    } = loads.find(({ courierId }) => courierId === courier.id) ?? {};
    const isOut = courier.outOn === dateIn(clock.now(), shop.timeZone);
    return { courier: { ...courier, openStops, assignedToday, zones, mailProblem, isOut, linkExpiresAt: link?.expiresAt ?? null }, link };
  });
}

/** Couriers with their load of today. */
export const courierList = async (ports: Needs, { shop }: { shop: Shop }): Promise<CourierEntry[]> =>
  (await entries(ports, shop)).map(({ courier }) => courier);

export type CourierPage = {
  courier: CourierEntry;
  link: { url: string; expiresAt: Date } | null;
  dispatch: CourierRuns;
  absence: CourierAbsence | null;
  access: CourierAccess;
  shift: CourierShift | null;
  now: string;
  overload: CourierOverload | null;
};

/** One courier, the link that opens their list, and what they carry under which guide; null when there is no such courier. */
export async function courierPage(
  ports: Needs & Pick<QueryPorts, "countries" | "holidays">,
  { shop, courierId }: { shop: Shop; courierId: string },
): Promise<CourierPage | null> {
  const entry = (await entries(ports, shop)).find(({ courier }) => courier.id === courierId);
  if (!entry) return null;
  const { courier, link } = entry;
  return {
    courier,
    link: link && { url: ports.links.courierUrl(ports.links.tokenOf(shop, link.id)), expiresAt: link.expiresAt },
    dispatch: await courierRuns(ports, { shop, courierId }),
    absence: await courierAbsence(ports, { shop, courierId }),
    access: await courierAccess(ports.store.of(shop.id), courierId, ports.clock.now()),
    shift: await courierShift(ports.store.of(shop.id), courierId),
    now: ports.clock.now().toISOString(),
    overload: await courierOverload(ports, { shop, courierId }),
  };
}
