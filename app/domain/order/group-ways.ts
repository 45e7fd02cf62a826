import { quantities, unitsIn } from "./units-shipped";
import type { Part, Way } from "./way";

/** Parts that go together: those one delivery carries, one shipment took, or that wait at one place for the same method. */
export function waysOf(parts: readonly Part[]): Way[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return [...groups.values()].map((members) => {
    const { gid: _gid, lines: _lines, ...first } = members[0]!;
    const shipment = members.find((one) => one.shipment)?.shipment ?? null;
    return {
      ...first,
      shipment,
      fulfillmentOrderGids: [...new Set(members.map(({ gid }) => gid))],
      lines: unitsIn(quantities(members.flatMap(({ lines }) => lines))),
    };
  });
}

function keyOf({ carriedBy, shipment, method, locationGid }: Part): string {
  if (carriedBy) return `carried ${carriedBy}`;
  return shipment ? `shipped ${shipment.gid}` : `${method} ${locationGid}`;
}
