import { chooseCourier, type Choice } from "~/domain/assignment/choose-courier";
import { startOfDay } from "~/domain/time/calendar";
import type { Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** Which courier of a zone would get a delivery at an instant, with what each has now; nothing is given to anybody. */
export async function whoWouldGet(s: ShopStore, zone: Zone, { now, timeZone }: { now: Date; timeZone: string }): Promise<Choice> {
  const [couriers, open, today] = await Promise.all([s.couriers(), s.openStops(), s.assignedSince(startOfDay(now, timeZone))]);
  return chooseCourier(
    couriers
      .filter(({ id }) => zone.courierIds.includes(id))
      .map(({ id, name, active, dailyCapacity }) => ({
        ...{ courierId: id, name, active, capacity: dailyCapacity },
        openStops: open.get(id) ?? 0,
        stopsToday: today.get(id) ?? 0,
      })),
  );
}
