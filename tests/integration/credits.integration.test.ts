import { beforeAll, beforeEach, expect, test } from "vitest";
import type { InvoiceInput } from "~/domain/document/document";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { metafield, until } from "../../scripts/story/world.ts";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("credits");
  return product.stop;
});
beforeEach(async () => {
  await product.faultsEnd();
});

const TWO_COFFEES = { taxesIncluded: true, lines: [{ title: "Café", sku: "CAF", quantity: 2, price: "11.50" }] };

async function anInvoicedOrder(change: Parameters<Product["place"]>[0] = TWO_COFFEES) {
  const placed = await product.place({ payment: "card", ...change });
  await product.deliver(placed.gid);
  const invoice = await product.finished(placed.gid);
  return { ...placed, invoice };
}

const act = async (name: string, action: string, body: unknown = {}) => {
  const answer = await product.post(`/sandbox/orders/${name.slice(1)}/${action}`, body);
  if (!answer.ok) throw new Error(await answer.text());
};
const creditsOf = async (orderId: string) => (await product.s.documentsOfOrder(orderId)).filter(({ kind }) => kind === "credit_note");
const creditsWhen = (what: string, orderId: string, count: number, holds: (state: string) => boolean) =>
  until(`${count} credit notes ${what}`, async () => {
    const found = await creditsOf(orderId);
    return found.length === count && found.every(({ state }) => holds(state)) && found;
  });
const mailed = (state: string) => state === "delivered_to_buyer";
const text = (xml: string | null, name: string) => new RegExp(`<${name}>([^<]*)<`).exec(xml ?? "")?.[1];

test("a partial refund becomes a credit note by itself: authorised, mailed, on the order; the rest, when it comes, exactly the rest", async () => {
  const { name, invoice } = await anInvoicedOrder();
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }], note: "Llegó rota" });
  const [first] = await creditsWhen("mailed", invoice.orderId!, 1, mailed);
  expect(first).toMatchObject({ number: "001-001-000000001", totalMinor: 1150 });
  expect(text(first!.signedXml, "numDocModificado")).toBe(invoice.number);
  expect(text(first!.signedXml, "motivo")).toBe("Llegó rota");
  await act(name, "refund");
  const credits = await creditsWhen("mailed", invoice.orderId!, 2, mailed);
  expect(credits.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(invoice.totalMinor);
  const registered = (await product.world.documents()).filter(({ type }) => type === "notaCredito");
  expect(registered.map(({ state }) => state)).toEqual(["AUTORIZADO", "AUTORIZADO"]);
  const order = await until("the order to know", async () => {
    const seen = await product.world.order(name);
    return seen.tags.includes("bim:credited") && seen;
  });
  expect(metafield(order, "invoice")).toMatchObject({
    state: "credited",
    credits: credits.map(({ number }) => expect.objectContaining({ number })),
  });
  expect(await product.s.document(invoice.id)).toMatchObject({ state: "credited" });
  const mails = await product.world.mailsTo(first!.mailedTo!);
  expect(mails.filter(({ subject }) => subject.includes("nota de crédito"))).toHaveLength(2);
});

test("an order paid, invoiced and cancelled before it left is credited whole, shipping included", async () => {
  const { invoiceTriggers } = await product.s.shop();
  await product.s.updateShop({ invoiceTriggers: { ...invoiceTriggers, card: "on_payment" } });
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES, taxesIncluded: false });
  const invoice = await product.finished(gid);
  await product.s.updateShop({ invoiceTriggers });
  await act(name, "cancel");
  const credits = await creditsWhen("mailed", invoice.orderId!, 1, mailed);
  expect(credits[0]!.totalMinor).toBe(invoice.totalMinor);
  expect(await product.s.document(invoice.id)).toMatchObject({ state: "credited" });
});

test("a refund before the invoice is in the invoice, and no credit note follows from it", async () => {
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES });
  await product.assigned(gid);
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  await until("the refund here", async () => (await product.s.orderByGid(gid))?.sale.refunds.length === 1);
  await product.deliver(gid);
  const invoice = await product.finished(gid);
  const order = (await product.s.order(invoice.orderId!)).sale;
  expect(invoice.totalMinor).toBe(order.totalMinor);
  expect(await creditsOf(invoice.orderId!)).toEqual([]);
});

test("what was not taken at the door is on no invoice, comes back with a photo, and its refund credits nothing", async () => {
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES });
  const { delivery } = await product.assigned(gid);
  const order = await product.s.order(delivery.orderId);
  const { phone, stop } = await product.onPhone(gid);
  const said = { photo: await doorPhoto(7), receivedBy: "María" };
  await phone.start(stop);
  await phone.confirm(stop, { ...said, refused: { "refused-0": `1 ${order.sale.lines[0]!.id}`, refusedReason: "damaged" } });
  const now = () => product.s.delivery(delivery.id);
  expect(await now()).toMatchObject({ state: "delivered", owesRest: true, attention: { code: "lines_refused" } });
  expect((await now()).attention!.params).toEqual({ goods: "1 × Café", amount: "USD 11.50" });
  const invoice = await product.finished(gid);
  const goods = (invoice.input as InvoiceInput).totals.lines.filter(({ ref }) => ref.kind === "line");
  expect([goods.map(({ quantity }) => quantity), invoice.totalMinor]).toEqual([[1], order.sale.totalMinor - 1150]);
  expect(await product.s.invoicesOfOrder(order.id)).toHaveLength(1);
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  await until("the notice to go", async () => (await now()).attention === null);
  expect((await product.s.order(order.id)).sale.totalMinor).toBe(invoice.totalMinor);
  expect([await creditsOf(order.id), (await product.s.invoicesOfOrder(order.id)).length]).toEqual([[], 1]);
  await phone.bringBack(stop, { ...said, receivedBy: "Bodega" });
  expect(await now()).toMatchObject({ state: "delivered", owesRest: false, refused: [{ quantity: 1, carried: 2, reason: "damaged" }] });
});

test("what was invoiced when it was paid is credited once it is refunded, also when it was not taken", async () => {
  const { invoiceTriggers } = await product.s.shop();
  await product.s.updateShop({ invoiceTriggers: { ...invoiceTriggers, card: "on_payment" } });
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES });
  const invoice = await product.finished(gid);
  await product.s.updateShop({ invoiceTriggers });
  const { phone, stop } = await product.onPhone(gid);
  await phone.start(stop);
  const refused = { "refused-0": `1 ${(await product.s.orderByGid(gid))!.sale.lines[0]!.id}`, refusedReason: "not_wanted" };
  await phone.confirm(stop, { photo: await doorPhoto(8), receivedBy: "María", refused });
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  const [credit] = await creditsWhen("mailed", invoice.orderId!, 1, mailed);
  expect(credit!.totalMinor).toBe(1150);
  expect(await product.s.invoicesOfOrder(invoice.orderId!)).toHaveLength(1);
});

/** An order of two coffees whose recipient took one. */
async function halfTaken(payment: "card" | "card_authorized" | "cash_on_delivery", seed: number, change: object = {}) {
  const { gid, name } = await product.place({ payment, ...TWO_COFFEES, ...change });
  const { delivery } = await product.assigned(gid);
  const { id: orderId, sale } = await product.s.order(delivery.orderId);
  const { phone, stop } = await product.onPhone(gid);
  await phone.start(stop);
  const refused = { "refused-0": `1 ${sale.lines[0]!.id}`, refusedReason: "not_wanted" };
  const cash = { collected: ((sale.totalMinor - 1150) / 100).toFixed(2), currency: "USD", how: "cash" };
  const collected = payment === "cash_on_delivery" ? cash : {};
  await phone.confirm(stop, { photo: await doorPhoto(seed), receivedBy: "María", refused, collected });
  const order = async () => (await product.s.order(orderId)).sale;
  const invoice = async () => (await product.s.invoicesOfOrder(orderId))[0];
  const notice = async () => (await product.s.delivery(delivery.id)).attention;
  return { gid, name, orderId, before: sale, order, invoice, notice };
}
const proposal = async (orderId: string) => {
  const found = await product.queries.refundProposal({ shop: product.shop, orderId });
  if ("problem" in found) throw new Error(found.problem.code);
  return found;
};
const click = async (orderId: string, seen: { key: string; backMinor: number }) =>
  product.commands
    .refundRefused({ shopId: product.shop.id, orderId, actor: "merchant:Lucía", key: seen.key, seenMinor: seen.backMinor, isBack: true })
    .then(
      () => "done",
      (error: { code: string; params?: object }) => [error.code, error.params],
    );
const GONE = ["nothing_to_refund", {}];

test("what was not taken is refunded by one click, as Shopify reckons it: once, however often it is clicked, and nothing is credited", async () => {
  const { gid, orderId, before, order, invoice, notice } = await halfTaken("card", 21);
  await product.finished(gid);
  const seen = await proposal(orderId);
  expect(seen).toMatchObject({
    goods: "1 × Café",
    worthMinor: 1150,
    backMinor: 1150,
    ways: [{ minor: 1150 }],
    mayRestock: true,
    isBack: false,
  });
  const userErrors = [{ field: ["transactions"], message: "The gateway is closed" }];
  product.wires.shopify.refuse("CreateRefund", { data: { refundCreate: { refund: null, userErrors } } });
  expect(await click(orderId, seen)).toEqual(["shopify_refused", { operation: "CreateRefund", reason: "The gateway is closed" }]);
  product.wires.shopify.mend();
  expect(await click(orderId, { ...seen, backMinor: 1149 })).toEqual(["refund_changed", { amount: "USD 11.50" }]);
  expect((await order()).refunds).toEqual([]);
  const clicks = await Promise.all([seen, seen, await proposal(orderId)].map((one) => click(orderId, one)));
  expect([clicks.filter((one) => one === "done"), clicks.filter((one) => one !== "done")]).toEqual([["done"], [GONE, GONE]]);
  await until("the notice to go", async () => (await notice()) === null);
  expect((await order()).refunds).toMatchObject([{ totalMinor: 1150, adjustmentMinor: 0, lines: [{ quantity: 1 }] }]);
  expect([(await order()).totalMinor, (await invoice())!.totalMinor]).toEqual([before.totalMinor - 1150, before.totalMinor - 1150]);
  expect([await creditsOf(orderId), (await product.s.invoicesOfOrder(orderId)).length]).toEqual([[], 1]);
  const told = (await product.s.eventsOfOrder(orderId)).filter(({ to }) => to === "refunded");
  const reason = { code: "refused_refunded", params: { goods: "1 × Café", amount: "USD 11.50" } };
  expect(told).toMatchObject([{ actor: "merchant:Lucía", type: "payment", reason }]);
});

test("where Shopify rounds a cent otherwise than the invoice did, as much goes back as the invoice left out, and nobody credits or invoices that cent", async () => {
  const lines = [{ title: "Café", sku: "CAF", quantity: 2, price: "3.35" }];
  const { gid, orderId, before, order, invoice, notice } = await halfTaken("card", 25, { lines, taxesIncluded: false });
  await product.finished(gid);
  // 2 × 3.35 and 1.01 of tax are 7.71: of one, Shopify keeps 3.85, and the invoice says 3.86.
  const seen = await proposal(orderId);
  expect([seen.backMinor, (await invoice())!.totalMinor]).toEqual([385, before.totalMinor - 385]);
  expect(await click(orderId, seen)).toBe("done");
  await until("the notice to go", async () => (await notice()) === null);
  expect(await order()).toMatchObject({ totalMinor: before.totalMinor - 385, refunds: [{ totalMinor: 385, adjustmentMinor: -1 }] });
  expect([await creditsOf(orderId), (await product.s.invoicesOfOrder(orderId)).length]).toEqual([[], 1]);
});

test("what was refunded in Shopify meanwhile is not refunded again", async () => {
  const { gid, name, orderId, order, notice } = await halfTaken("card", 22);
  await product.finished(gid);
  const seen = await proposal(orderId);
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  expect(await click(orderId, seen)).toEqual(GONE);
  await until("the notice to go", async () => (await notice()) === null);
  expect((await order()).refunds).toHaveLength(1);
});

test("of a reserved card only what was taken is captured; the rest goes off the order without money, and the order is paid", async () => {
  const { gid, orderId, before, order, invoice, notice } = await halfTaken("card_authorized", 23);
  await product.finished(gid);
  const part = before.totalMinor - 1150;
  await until("the capture here", async () => (await order()).transactions.some(({ kind }) => kind === "CAPTURE"));
  expect((await order()).transactions.filter(({ kind }) => kind === "CAPTURE")).toMatchObject([{ amountMinor: part }]);
  const seen = await proposal(orderId);
  expect(seen).toMatchObject({ worthMinor: 1150, backMinor: 0, ways: [] });
  expect(await click(orderId, seen)).toBe("done");
  await until("the notice to go", async () => (await notice()) === null);
  expect(await order()).toMatchObject({ financialStatus: "PAID", totalMinor: part, outstandingMinor: 0 });
  expect([(await invoice())!.totalMinor, await creditsOf(orderId)]).toEqual([part, []]);
});

test("of cash only what was taken is collected; off the order with the rest, and it is marked as paid", async () => {
  const { gid, orderId, before, order, invoice, notice } = await halfTaken("cash_on_delivery", 24);
  await product.finished(gid);
  const part = before.totalMinor - 1150;
  expect((await product.s.collectedForOrder(orderId)).map(({ minor }) => minor)).toEqual([part]);
  expect((await notice())?.code).toBe("lines_refused");
  const seen = await proposal(orderId);
  expect(seen).toMatchObject({ backMinor: 0, ways: [] });
  expect(await click(orderId, seen)).toBe("done");
  await until("the order to be paid", async () => (await order()).financialStatus === "PAID");
  expect(await order()).toMatchObject({ totalMinor: part, outstandingMinor: 0 });
  expect([await notice(), (await invoice())!.totalMinor, await creditsOf(orderId)]).toEqual([null, part, []]);
});

test("an amount given back before the invoice lowers it, an amount kept of a line stays on it, and no credit note follows", async () => {
  const lines = [...TWO_COFFEES.lines, { title: "Taza", sku: "TAZ", quantity: 1, price: "23.00" }];
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES, lines });
  await product.assigned(gid);
  await act(name, "refund", { lines: [], amount: "4.60", note: "Por la espera" });
  await act(name, "refund", { lines: [{ line: 1, quantity: 1 }], amount: "20.00", note: "Usada" });
  await until("the refunds here", async () => (await product.s.orderByGid(gid))?.sale.refunds.length === 2);
  const { totalMinor: placedMinor, refunds } = (await product.s.orderByGid(gid))!.sale;
  expect(refunds.map(({ adjustmentMinor }) => adjustmentMinor)).toEqual([460, -300]);
  await product.deliver(gid);
  const invoice = await product.finished(gid);
  expect(invoice.totalMinor).toBe(placedMinor);
  expect(invoice.signedXml).toContain("<codigoPrincipal>RETENIDO</codigoPrincipal>");
  expect(await creditsOf(invoice.orderId!)).toEqual([]);
});

test("a refund made while the authority is silent becomes a credit note once the invoice is authorised", async () => {
  await product.fault({ part: "ec-sri-reception", kind: "down" });
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES });
  await product.deliver(gid);
  const waiting = await product.documentWhen("sent in vain", gid, ({ state }) => state === "answer_unknown");
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  await until("the refund here", async () => (await product.s.orderByGid(gid))?.sale.refunds.length === 1);
  expect(await creditsOf(waiting.orderId!)).toEqual([]);
  await product.faultsEnd();
  await product.commands.retryDocument({ shopId: product.shop.id, documentId: waiting.id, actor: "merchant:Lucía" });
  const [credit] = await creditsWhen("mailed", waiting.orderId!, 1, mailed);
  expect(credit!.totalMinor).toBe(1150);
});

test("an invoice credited whole before its first mail got out: the buyer gets both all the same, and it stays credited", async () => {
  await product.fault({ part: "smtp", kind: "down" });
  const { gid, name } = await product.place({ payment: "card", ...TWO_COFFEES });
  await product.deliver(gid);
  const unsent = await product.waitsUnder("mail_delayed", gid);
  await act(name, "refund");
  await creditsWhen("authorised", unsent.orderId!, 1, (state) => state === "authorised");
  await until("the note's mail to be late too", async () => (await creditsOf(unsent.orderId!))[0]?.attention?.code === "mail_delayed");
  expect(await product.s.document(unsent.id)).toMatchObject({ state: "credited", mailedAt: null });
  await product.faultsEnd();
  // The merchant need not wait for the queue's next try.
  await product.commands.retryDocuments({ shopId: product.shop.id, actor: "merchant:Lucía" });
  await creditsWhen("mailed", unsent.orderId!, 1, mailed);
  const invoice = await product.documentWhen("mailed", gid, ({ mailedAt }) => mailedAt !== null);
  expect(invoice).toMatchObject({ state: "credited", attention: null });
  const subjects = (await product.world.mailsTo(invoice.mailedTo!)).map(({ subject }) => subject);
  expect(subjects.map((subject) => subject.includes("nota de crédito")).sort()).toEqual([false, true]);
});

test("an invoice to a final consumer can't be credited since 2026: it says so, uses no number, and can be set aside with a reason", async () => {
  const { name, invoice } = await anInvoicedOrder({ ...TWO_COFFEES, fiscalData: undefined });
  await act(name, "refund", { lines: [{ line: 0, quantity: 1 }] });
  const [held] = await until("the credit note held", async () => {
    const found = await creditsOf(invoice.orderId!);
    return found[0]?.attention?.code === "credit_of_final_consumer" && found;
  });
  expect(held).toMatchObject({ state: "waiting_for_data", number: null });
  const whose = { shopId: product.shop.id, documentId: held!.id, actor: "merchant:Lucía" };
  await product.commands.discardDocument({ ...whose, reason: "Asiento interno" });
  expect(await product.s.document(held!.id)).toMatchObject({ state: "voided", number: null, attention: null });
});

test("five refunds at once: five credit notes, five numbers, never more than the invoice", async () => {
  const { name, invoice } = await anInvoicedOrder({ lines: [{ title: "Té", sku: "TE", quantity: 5, price: "3.33" }] });
  await Promise.all([1, 2, 3, 4, 5].map(() => act(name, "refund", { lines: [{ line: 0, quantity: 1 }] })));
  const credits = await creditsWhen("mailed", invoice.orderId!, 5, mailed);
  expect(new Set(credits.map(({ sequence }) => sequence)).size).toBe(5);
  const order = await product.world.order(name);
  const left = invoice.totalMinor - credits.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  expect(left).toBe((await product.s.order(invoice.orderId!)).sale.totalMinor);
  expect(order.tags).toContain("bim:invoiced");
});
