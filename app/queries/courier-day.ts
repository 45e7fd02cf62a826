import type { PinLock } from "~/domain/proof/pin-lock";
import { startOfDay } from "~/domain/time/calendar";
import type { Shift } from "~/domain/shift/shift";
import type { CourierReport, OthersReport, UndoableReport } from "~/ports/door-records";
import type { Shop } from "~/ports/records";
import type { CourierAccount } from "~/domain/settlement/courier-money";
import { courierMoney } from "./courier-money";
import { courierRuns, type CourierRuns } from "./courier-runs";
import { courierStops, type CourierStops } from "./courier-stops";
import { openPin } from "~/workflows/delivery/tell-pin";
import type { QueryPorts } from "./ports";
import { stopDoors, type StopDoor } from "./stop-doors";
import { stopAsks, type StopAsks } from "./stop-asks";
import { stopPapers, type StopPapers } from "./stop-papers";

const TWO_DAYS_MS = 48 * 3_600_000;

type Needs = Pick<QueryPorts, "store" | "clock" | "links" | "countries" | "roadTimes" | "addressKey">;
export type CourierDay = {
  now: Date;
  stops: CourierStops;
  papers: Map<string, StopPapers>;
  /** What couriers left at the addresses of the pending stops. */
  doors: Map<string, StopDoor>;
  asks: Map<string, StopAsks>;
  /** What may still be taken back, by delivery. */
  undo: Map<string, UndoableReport>;
  runs: CourierRuns;
  reports: CourierReport[];
  others: OthersReport[];
  /** The one that is on. */
  shift: Shift | null;
  /** Delivery → what its PIN is told by; empty where the shop gives none. */
  pinLocks: Map<string, PinLock>;
  money: CourierAccount;
};

/** `moneyDays`: how far back the account goes; 1: today. */
type Asked = { shop: Shop; courierId: string; moneyDays?: number };

/** All that a courier's phone keeps for the day. */
export async function courierDay(ports: Needs, { shop, courierId, moneyDays = 1 }: Asked): Promise<CourierDay> {
  const [s, now] = [ports.store.of(shop.id), ports.clock.now()];
  const [{ stops, doors }, papers, asks, undo, runs, reports, others, money, shift] = await Promise.all([
    stopsAndDoors(ports, { shop, courierId }),
    stopPapers(ports, { shop, courierId }),
    stopAsks(ports, { shop, courierId }),
    s.undoableReports(courierId, startOfDay(now, shop.timeZone)),
    courierRuns(ports, { shop, courierId }),
    s.reportsOfCourier(courierId, new Date(now.getTime() - TWO_DAYS_MS)),
    s.othersReports(courierId, startOfDay(now, shop.timeZone)),
    courierMoney(ports, { shop, courierId, days: moneyDays }),
    s.shiftOn(courierId),
  ]);
  const told = { papers, asks, undo, runs, reports, others, money, shift };
  return { now, stops, doors, ...told, pinLocks: pinLocks(ports, shop, stops.pending) };
}

async function stopsAndDoors(
  ports: Needs,
  { shop, courierId }: { shop: Shop; courierId: string },
): Promise<Pick<CourierDay, "stops" | "doors">> {
  const stops = await courierStops(ports, { shop, courierId });
  return { stops, doors: await stopDoors(ports, { shop, addresses: stops.addresses }) };
}

/** So that a phone without signal can tell whether a PIN is right. It is trusted with it no further than its word. */
const pinLocks = ({ links }: Needs, shop: Shop, stops: CourierStops["pending"]): Map<string, PinLock> =>
  new Map(
    stops.flatMap(({ deliveryId: id, state, isReturn }) => {
      const pin = isReturn ? null : openPin({ links }, shop, { id, state });
      return pin === null ? [] : [[id, links.pinLock(id)] as const];
    }),
  );
