import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { registerCarrier } from "./carrier";
import { findCollections, productsIn } from "./collections";
import { orRefusal } from "./denied";
import { changeProfile, readProfile } from "./delivery-profile";
import { keepDistricts } from "./districts";
import { editShipping } from "./edit-shipping";
import { call, type Line } from "./graphql";
import { readLocations } from "./locations";
import type { OperationName } from "./operations";
import type { Page } from "./order-node";
import { toPlacedOrder, type PlacedNode } from "./placed-order";
import { readOrder } from "./read-order";
import { addReverseDelivery, readReverseOrders, receiveReturned } from "./reverse-orders";
import { createRefund, reckonRefund } from "./refund-units";
import { toSaleOrder } from "./to-sale-order";
import { keepZoneFunction } from "./zone-function";

/** Tags of ours: exactly one at a time, next to the merchant's own. */
const STATE_TAG = /^bim:/;

/** One shop's Admin API over a line to it. */
export function shopifyAdmin(line: Line): ShopifyAdmin {
  const run = <T>(name: OperationName, variables: Record<string, unknown> = {}) => call<T>(line, name, variables);
  return {
    async shop() {
      const { shop } = await run<{ shop: { name: string; email: string | null; ianaTimezone: string; currencyCode: string } }>("Shop");
      return { name: shop.name, email: shop.email, timeZone: shop.ianaTimezone, currency: shop.currencyCode, locale: "es" };
    },
    locations: () => readLocations(run),
    async order(gid) {
      const order = await readOrder(run, gid);
      return order && toSaleOrder(order);
    },
    async ordersUpdatedSince(since, after) {
      const { orders } = await run<{
        orders: { nodes: { id: string; updatedAt: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
      }>("OrdersUpdated", {
        query: `updated_at:>='${since.toISOString()}'`,
        after,
      });
      return {
        orders: orders.nodes.map(({ id, updatedAt }) => ({ gid: id, updatedAt })),
        next: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null,
      };
    },
    async ordersPlaced({ from, until }, after) {
      const { orders } = await run<{ orders: Page<PlacedNode> }>("OrdersPlaced", {
        query: `created_at:>='${from.toISOString()}' created_at:<'${until.toISOString()}'`,
        after,
      });
      const { hasNextPage, endCursor } = orders.pageInfo;
      return { orders: orders.nodes.map(toPlacedOrder), next: hasNextPage ? endCursor : null };
    },
    productsIn: (collections, products) => productsIn(run, collections, products),
    collections: (term) => findCollections(run, term),
    async setOrderMetafield(ownerId, key, value) {
      await run("SetMetafields", { metafields: [{ ownerId, namespace: "$app", key, type: "json", value: JSON.stringify(value) }] });
    },
    async replaceStateTag(id, tag, present) {
      const old = present.filter((t) => STATE_TAG.test(t) && t !== tag);
      if (old.length > 0) await run("RemoveTags", { id, tags: old });
      if (!present.includes(tag)) await run("AddTags", { id, tags: [tag] });
    },
    async setOrderNote(id, note) {
      await run("UpdateOrder", { input: { id, note } });
    },
    async createFulfillment(fulfillmentOrderGids, { company, number }) {
      const fulfillment = {
        lineItemsByFulfillmentOrder: fulfillmentOrderGids.map((fulfillmentOrderId) => ({ fulfillmentOrderId })),
        trackingInfo: { company, number },
        notifyCustomer: false,
      };
      const { fulfillmentCreate } = await run<{ fulfillmentCreate: { fulfillment: { id: string } } }>("CreateFulfillment", { fulfillment });
      return fulfillmentCreate.fulfillment.id;
    },
    async addFulfillmentEvent(fulfillmentId, { happenedAt, ...event }) {
      await run("CreateFulfillmentEvent", { event: { fulfillmentId, happenedAt: happenedAt.toISOString(), ...event } });
    },
    orderOfReturn: async (id) =>
      (await run<{ return: { order: { id: string } } | null }>("OrderOfReturn", { id })).return?.order.id ?? null,
    reverseOrders: (returnGid) => readReverseOrders(run, returnGid),
    addReverseDelivery: (reverseOrderGid, back) => addReverseDelivery(run, reverseOrderGid, back),
    receiveReturned: (lines) => receiveReturned(run, lines),
    async capture(id, parentTransactionId, amount, currency) {
      await run("Capture", { input: { id, parentTransactionId, amount, currency } });
    },
    async markAsPaid(id) {
      await run("MarkAsPaid", { input: { id } });
    },
    reckonRefund: (orderGid, units, currency) => reckonRefund(run, orderGid, units, currency),
    refund: (orderGid, refund) => createRefund(run, orderGid, refund),
    editShipping: (orderGid, edit) => editShipping(run, orderGid, edit),
    deliveryRates: (countries, currency) => orRefusal(() => readProfile(run, countries, currency)),
    changeDeliveryRates: (profileGid, change, currency) => orRefusal(() => changeProfile(run, profileGid, change, currency)),
    hideOtherZones: (pieces, isOn) => orRefusal(() => keepZoneFunction(run, pieces, isOn)),
    offerDistricts: (districts) => orRefusal(() => keepDistricts(run, districts)),
    createCarrierService: (callbackUrl, existingGid) => registerCarrier(run, callbackUrl, existingGid),
  };
}
