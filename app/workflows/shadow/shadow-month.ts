import type { SaleOrder } from "~/domain/order/order";
import { outcomeUnder, type ShadowResult } from "~/domain/shadow-month/result";
import { monthBounds } from "~/domain/time/month";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { PlacedOrder, ShopifyAdmin } from "~/ports/shopify-admin";
import type { ShadowRunRecord, Shop, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { certificateReadiness, issuerReadiness } from "~/workflows/document/signing-readiness";
import { readSale } from "~/workflows/order/read-sale";
import { judgeOrder } from "./judge-order";

type Input = { shopId: string; runId: string };
type Needs = Pick<Ports, "store" | "admin" | "clock" | "countries" | "signer" | "throwAwaySigner">;

/**
 * Looks at one page of a month's orders and hands on to the next. What was looked at is kept order by order: a worker that dies is replaced
 * by one that goes on from there. Nothing is written but the run and its results.
 */
export async function shadowMonth(ports: Needs, { shopId, runId }: Input): Promise<void> {
  const s = ports.store.of(shopId);
  const run = await s.shadowRun(runId);
  if (run?.state !== "running") return;
  try {
    await lookAtPage(ports, s, run);
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    const problem = { code: error.code, params: error.params };
    await s.updateShadowRun(runId, { state: "stopped", endedAt: ports.clock.now(), problem });
  }
}

async function lookAtPage(ports: Needs, s: ShopStore, run: ShadowRunRecord): Promise<void> {
  const { store, clock } = ports;
  const shop = await s.shop();
  const shopify = ports.admin(shop, "soon");
  const { orders, next } = await shopify.ordersPlaced(monthBounds(run.month, shop.timeZone), run.cursor);
  const looking = { s, shop, now: clock.now(), ...(await signerFor(ports, s)) };
  const judged = await s.judgedOrders(
    run.id,
    orders.map(({ gid }) => gid),
  );
  for (const order of orders.filter(({ gid }) => !judged.has(gid))) {
    const sale = await readWhole(shopify, shop, order.gid);
    if (sale) await s.insertShadowResult(run.id, "code" in sale ? unread(order, sale) : await judgeOrder(looking, sale));
  }
  await store.change(s.shopId, async (change) => {
    await change.lock("shadow-month");
    const now = await change.shadowRun(run.id);
    // Somebody else looked at this page too, and was first.
    if (now?.state !== "running" || now.cursor !== run.cursor) return;
    if (next === null) return change.updateShadowRun(run.id, { state: "ended", endedAt: clock.now() });
    await change.updateShadowRun(run.id, { cursor: next });
    await change.enqueue("shadow-month", { shopId: s.shopId, runId: run.id });
  });
}

/** The shop's own certificate where there is one that signs today. */
async function signerFor({ clock, countries, signer, throwAwaySigner }: Needs, s: ShopStore) {
  const issuer = issuerReadiness(await s.issuer());
  if (!issuer.ok) throw new PermanentFailure(issuer.problem.code, issuer.problem.params);
  const certificate = await certificateReadiness(s, issuer.value, clock.now());
  return {
    pack: countries(issuer.value.country),
    signer: certificate.ok ? signer(certificate.value) : throwAwaySigner(issuer.value),
  };
}

/** Null: the order is gone since it was listed. One with more of something than Shopify lets an app read is told apart from trouble with all. */
async function readWhole(shopify: ShopifyAdmin, shop: Shop, gid: string): Promise<SaleOrder | Worded | null> {
  try {
    return await readSale(shopify, shop, gid);
  } catch (error) {
    if (!(error instanceof PermanentFailure) || error.code !== "shopify_refused") throw error;
    return { code: error.code, params: error.params };
  }
}

const unread = ({ gid, placedAt, ...order }: PlacedOrder, { code, params = {} }: Worded): ShadowResult => ({
  ...order,
  orderGid: gid,
  placedAt: new Date(placedAt),
  outcome: outcomeUnder(code),
  code,
  params,
  differenceMinor: null,
  buyer: null,
  taxes: [],
  gateways: [],
  products: [],
});
