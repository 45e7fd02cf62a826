import type { Probe } from "../probe.ts";
import { askedAgain, envelopes, unknownKey } from "./authority.ts";
import { authorityHost, certificate, clock, mailServer } from "./before.ts";
import { assigned, confirmed, invoiced, onShopify } from "./chain.ts";
import { createOrders, handMadeOrders, ordersAsRead } from "./orders.ts";
import { carrierService, definitions, shopAndScopes, subscriptions } from "./shop.ts";
import { webhookForm, webhooksArrive } from "./webhooks.ts";

/** In the order in which they are tried: what costs nothing first. */
export const PROBES: Probe[] = [
  ...[shopAndScopes, certificate, clock, authorityHost, mailServer],
  ...[definitions, subscriptions, carrierService],
  ...[createOrders, ordersAsRead, webhooksArrive, webhookForm, handMadeOrders],
  ...[assigned, confirmed, invoiced, onShopify],
  ...[envelopes, askedAgain, unknownKey],
];
