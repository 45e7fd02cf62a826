import type { Units } from "./fulfillment";

export const WAY_METHODS = ["courier", "pickup", "carrier"] as const;
/** Who brings it to the buyer: our courier, nobody (they fetch it), or somebody else's carrier. */
export type WayMethod = (typeof WAY_METHODS)[number];

/** How somebody else sent goods, or handed them over. Instants are ISO strings. */
export type Shipment = { gid: string; company: string | null; at: string; deliveredAt: string | null };

/** One way out of an order: what leaves one place by one method. */
export type Way = {
  method: WayMethod;
  locationGid: string | null;
  fulfillmentOrderGids: string[];
  lines: Units[];
  /** The delivery of ours that has these goods on the road, or has brought them. */
  carriedBy: string | null;
  shipment: Shipment | null;
};

/** Units of one fulfilment order with one fate. */
export type Part = Omit<Way, "fulfillmentOrderGids"> & { gid: string };
