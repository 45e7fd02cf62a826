import { assignBatch } from "~/domain/assignment/assign-batch";
import type { Choice } from "~/domain/assignment/choice";
import { spotsOf } from "~/domain/assignment/spots";
import type { Point } from "~/domain/geo/point";
import type { Whereabouts } from "~/domain/position/address-text";
import type { Ports } from "~/ports/ports";
import type { Zone } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { crewOf } from "~/workflows/assignment/crew";

type Delivery = { zone: Zone; address: Whereabouts; point: Point | null; grams: number };

/** Which courier would get a prepaid delivery now, with what each has in hand, by the rules that assign real ones; nothing is given to anybody. */
export async function whoWouldGet(
  ports: Pick<Ports, "clock" | "holidays">,
  s: ShopStore,
  { zone, address, point, grams }: Delivery,
): Promise<Choice> {
  const { workers, scene } = await crewOf(ports, s, [zone]);
  const { id, name, area, courierIds, strategy } = zone;
  const spots = spotsOf({ ...address, address1: null, name: null, phone: null, latitude: null, longitude: null, ...point });
  const task = { id: "", rank: "", grams, cashMinor: 0, spots, zone: { id, name, countryCode: area.countryCode, courierIds, strategy } };
  return assignBatch([task], workers, scene).get(task.id)!;
}
