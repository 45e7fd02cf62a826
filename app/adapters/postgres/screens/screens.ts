import type { ShopClient } from "~/db.server";
import type { Screens } from "~/ports/screens";
import { recentAddresses } from "./addresses";
import { courierLoads } from "./couriers";
import { deskCounters } from "./counters";
import { deskPage } from "./desk";
import { documentPage } from "./documents";
import { gatewaysSeen } from "./gateways";
import { pastOrders } from "./past-orders";
import { productsSold } from "./products";
import { shadowReport, shadowResults } from "./shadow";
import { missingScopes } from "./scopes";
import { numberGaps, numbersGivenUp, seriesOverview } from "./series";
import { unanswered } from "./unanswered";

/** The Screens port over PostgreSQL. */
export const postgresScreens = (forShop: (shopId: string) => ShopClient): Screens => ({
  desk: (shopId, filter) => deskPage(forShop(shopId), shopId, filter),
  deskCounters: (shopId, now, timeZone) => deskCounters(forShop(shopId), shopId, now, timeZone),
  hasOrder: async (shopId, id) => (await forShop(shopId).order.count({ where: { id } })) > 0,
  documents: (shopId, filter) => documentPage(forShop(shopId), shopId, filter),
  unanswered: (shopId) => unanswered(forShop(shopId), shopId),
  seriesOverview: (shopId) => seriesOverview(forShop(shopId), shopId),
  numberGaps: (shopId, limit) => numberGaps(forShop(shopId), shopId, limit),
  numbersGivenUp: (shopId) => numbersGivenUp(forShop(shopId), shopId),
  shadowReport: (shopId, runId) => shadowReport(forShop(shopId), shopId, runId),
  shadowResults: (shopId, runId) => shadowResults(forShop(shopId), runId),
  missingScopes: (shopId) => missingScopes(forShop(shopId), shopId),
  gatewaysSeen: (shopId) => gatewaysSeen(forShop(shopId), shopId),
  pastOrders: (shopId, within) => pastOrders(forShop(shopId), shopId, within),
  productsSold: (shopId, orders) => productsSold(forShop(shopId), shopId, orders),
  recentAddresses: (shopId, since, limit) => recentAddresses(forShop(shopId), shopId, since, limit),
  courierLoads: (shopId, now, timeZone) => courierLoads(forShop(shopId), shopId, now, timeZone),
});
