/** How a fulfilment order's lines reach the buyer; "unknown" where Shopify says nothing: read it as a shipment. */
export const DELIVERY_METHODS = ["shipping", "local", "pickup_in_store", "pick_up_point", "retail", "none", "unknown"] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

export type Units = { lineId: string; quantity: number };

/** Lines that leave one place by one way. `status` is Shopify's word (OPEN, IN_PROGRESS, CLOSED, CANCELLED, ON_HOLD…). */
export type FulfillmentOrder = {
  gid: string;
  status: string;
  deliveryMethod: DeliveryMethod;
  /** Null where the location is gone; decides establishment, series, origin address and zones. */
  locationGid: string | null;
  /** Units to be sent by it in all, those already sent among them. */
  lines: Units[];
};

/** A shipment, ours or a carrier's. */
export type Fulfillment = {
  gid: string;
  status: string;
  createdAt: string;
  /** The fulfilment orders whose units it took along. */
  fulfillmentOrderGids: string[];
  trackingNumbers: string[];
  trackingCompany: string | null;
  lines: Units[];
  events: { status: string; happenedAt: string }[];
};
