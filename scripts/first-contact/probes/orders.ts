import { setTimeout as pause } from "node:timers/promises";
import { formatMinor } from "~/domain/money/money";
import type { SaleOrder } from "~/domain/order/order";
import type { Finding, PlacedOrder, Probe, World } from "../probe.ts";
import { testOrders, type TestOrder } from "../test-orders.ts";
import { NotPossible, spread } from "../wait.ts";
import type { RawAnswer } from "../wire.ts";

/** shopify.dev, orderCreate: five orders a minute in a development store. */
const PAUSE_BETWEEN_ORDERS_MS = 12_500;
const TRIES = 5;

type Created = { orderCreate: { order: { id: string; name: string } | null; userErrors: { field: string[] | null; message: string }[] } };

const complaintOf = ({ body }: RawAnswer): string | null => {
  if (body.errors || !body.data) return JSON.stringify(body.errors ?? "no data").slice(0, 500);
  const { order, userErrors } = (body.data as Created).orderCreate;
  return order ? null : userErrors.map(({ field, message }) => `${field?.join(".") ?? ""}: ${message}`).join("; ");
};
const isTooFast = (complaint: string): boolean => /throttl|too many|limit|exceeded/i.test(complaint);

async function create(
  { wire, isSandbox }: World,
  input: Record<string, unknown>,
): Promise<{ answer: RawAnswer; complaint: string | null }> {
  for (let attempt = 1; ; attempt++) {
    const answer = await wire.raw("first:CreateOrder", { order: input, options: { sendReceipt: false, sendFulfillmentReceipt: false } });
    const complaint = complaintOf(answer);
    if (!complaint || !isTooFast(complaint) || attempt === TRIES) return { answer, complaint };
    await pause(isSandbox ? 500 : PAUSE_BETWEEN_ORDERS_MS * attempt);
  }
}

/** As wanted, else without its payment: the rest can then still be tried. */
async function place(world: World, order: TestOrder, findings: Finding[]): Promise<RawAnswer | null> {
  const wanted = await create(world, order.input);
  if (!wanted.complaint) return wanted.answer;
  findings.push({
    expected: `orderCreate: ${order.what}`,
    seen: `refused: ${wanted.complaint}`,
    severity: "unknown",
    mend: "scripts/first-contact/test-orders.ts",
  });
  const { transactions: _transactions, ...unpaid } = order.input;
  const second = await create(world, { ...unpaid, financialStatus: "PENDING" });
  return second.complaint ? null : second.answer;
}

export const createOrders: Probe = {
  name: "shopify/create-orders",
  what: "ten different test orders are created through the Admin API",
  mend: "sandbox/shopify/domain/import-order.ts",
  needs: ["before/certificate", "shopify/shop-and-scopes"],
  async run(world) {
    const s = world.ports.store.of(world.shop.id);
    const issuer = await s.issuer();
    const orders = testOrders({ zones: await s.zones(), issuerTaxId: issuer!.taxId, mailTo: world.mailTo, currency: world.shop.currency });
    const findings: Finding[] = [];
    const answers: RawAnswer[] = [];
    for (const [index, order] of orders.entries()) {
      if (index > 0 && !world.isSandbox) await pause(PAUSE_BETWEEN_ORDERS_MS);
      const placedAt = new Date();
      const answer = await place(world, order, findings);
      if (!answer) continue;
      const { id, name } = (answer.body.data as Created).orderCreate.order!;
      world.orders.push({ ...order, gid: id, name, placedAt });
      world.say(`  ${name} ${order.what}`);
      answers.push(answer);
    }
    if (world.orders.length === 0) throw new Error(`no order could be created: ${findings[0]?.seen}`);
    return {
      facts: answers.map(({ body }) => body),
      findings,
      measures: spread(
        "orderCreate (ms)",
        answers.map(({ ms }) => ms),
      ),
    };
  },
};

/** What our own reading made of an order, against what was ordered. */
function judge(order: PlacedOrder, sale: SaleOrder, { ports }: World): Finding[] {
  const findings: Finding[] = [];
  const note = (expected: string, seen: string, severity: Finding["severity"], mend: string) =>
    findings.push({ expected: `${order.name} (${order.what}): ${expected}`, seen, severity, mend });
  const amount = (minor: number) => formatMinor(minor, sale.currency);
  if (sale.totalMinor !== order.totalMinor)
    note(
      `total ${amount(order.totalMinor)}`,
      amount(sale.totalMinor),
      "unknown",
      "sandbox/shopify/domain/tax.ts, scripts/first-contact/test-orders.ts",
    );
  if (sale.paymentType !== order.payment)
    note(`payment type ${order.payment}`, sale.paymentType, "blocks", "app/domain/order/payment-type.ts");
  if (sale.taxesIncluded !== order.taxesIncluded)
    note(`taxesIncluded ${order.taxesIncluded}`, String(sale.taxesIncluded), "blocks", "scripts/first-contact/test-orders.ts");
  const hasData = "metafields" in order.input || "customAttributes" in order.input;
  if (hasData && !sale.fiscalData) note("fiscal data on the order", "none", "blocks", "app/domain/fiscal-data/parse.ts, shopify.app.toml");
  const totals = ports.countries("EC").totals(sale, sale.placedAt.slice(0, 10));
  if (!totals.ok) note("an invoice can say its total to the cent", totals.problem.code, "blocks", "app/domain/document/totals.ts");
  return findings;
}

export const ordersAsRead: Probe = {
  name: "shopify/orders-as-read",
  what: "the app's own query reads the orders: fields, kinds, taxes, totals, payment type",
  mend: "app/adapters/shopify/to-sale-order.ts, sandbox/shopify/graphql/resolvers/",
  needs: ["shopify/create-orders"],
  async run(world) {
    const findings: Finding[] = [];
    const answers: RawAnswer[] = [];
    for (const order of world.orders) {
      const answer = await world.wire.raw("Order", { id: order.gid });
      answers.push(answer);
      const sale = await world.ports.admin(world.shop).order(order.gid);
      if (!sale) findings.push({ expected: `${order.name} can be read`, seen: "no such order", severity: "blocks" });
      else findings.push(...judge(order, sale, world));
    }
    return {
      facts: answers.map(({ body }) => body),
      findings,
      measures: spread(
        "query (ms)",
        answers.map(({ ms }) => ms),
      ),
    };
  },
};

/** Without what we have written on it ourselves meanwhile. */
const asPlaced = ({ tags: _tags, note: _note, fulfillments: _fulfillments, updatedAt: _updatedAt, ...order }: Record<string, unknown>) => ({
  order,
});

export const handMadeOrders: Probe = {
  name: "shopify/hand-made-orders",
  what: "orders placed in the store's own checkout look like those of the sandbox's checkout, and bring the fiscal data of the checkout block",
  mend: "app/adapters/shopify/to-sale-order.ts, extensions/checkout-fiscal-data",
  partial: true,
  async run({ wire, ports, shop, handMade }) {
    if (handMade.length === 0) throw new NotPossible("none named: place one in the store's checkout and give it by --order NUMBER");
    const findings: Finding[] = [];
    const facts: unknown[] = [];
    const notes: string[] = [];
    for (const name of handMade) {
      const { orders } = await wire.data<{ orders: { nodes: { id: string; name: string }[] } }>("first:Ours", { query: `name:${name}` });
      const [found] = orders.nodes.filter((node) => node.name.replace(/\D/g, "") === name);
      const sale = found && (await ports.admin(shop).order(found.id));
      if (!sale) throw new Error(`there is no order ${name}`);
      facts.push(asPlaced((await wire.data<{ order: Record<string, unknown> }>("Order", { id: found.id })).order));
      notes.push(
        `${found.name}: payment type ${sale.paymentType}, shipping ${sale.shippingLines[0]?.code?.startsWith("zone-") ? "by our rates" : "not by our rates"}`,
      );
      if (!sale.fiscalData)
        findings.push({ expected: `${found.name}: fiscal data from the checkout block`, seen: "none", severity: "unknown" });
    }
    return { facts, findings, notes };
  },
};
