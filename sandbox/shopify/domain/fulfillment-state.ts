export type FulfillmentOrderStatus = "OPEN" | "IN_PROGRESS" | "CLOSED" | "CANCELLED";

export const deliveryMethods = ["shipping", "local", "pick_up", "pickup_point", "retail", "none"] as const;

export type DeliveryMethod = (typeof deliveryMethods)[number];

export interface FulfillmentOrder {
  id: number;
  status: FulfillmentOrderStatus;
  method: DeliveryMethod;
  locationId: number;
  lines: { id: number; lineId: number; total: number; remaining: number }[];
  createdAt: string;
  updatedAt: string;
}

export interface Tracking {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface FulfillmentEvent {
  id: number;
  status: string;
  happenedAt: string;
  createdAt: string;
  message: string | null;
  latitude: number | null;
  longitude: number | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  estimatedDeliveryAt: string | null;
}

export interface Fulfillment {
  id: number;
  status: "SUCCESS" | "CANCELLED";
  createdAt: string;
  updatedAt: string;
  fulfillmentOrderIds: number[];
  lines: { id: number; lineId: number; fulfillmentOrderLineId: number; quantity: number }[];
  tracking: Tracking[];
  events: FulfillmentEvent[];
}
