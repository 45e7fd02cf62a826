import { beforeAll, beforeEach, expect, test } from "vitest";
import { until, type SandboxOrder } from "../../scripts/story/world.ts";
import { aProduct, DEMO, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("outages");
  return product.stop;
});
beforeEach(async () => {
  await product.faultsEnd();
  product.wires.shopify.mend();
});

async function aDeliveredOrder(payment = "cash_on_delivery") {
  const placed = await product.place({ payment });
  await product.deliver(placed.gid);
  return placed;
}

const mailsOf = async (gid: string) => {
  const document = await product.finished(gid);
  return (await product.world.mailsTo(document.mailedTo!)).map(({ messageId, subject }) => ({
    messageId,
    isAbout: subject.includes(document.number!),
  }));
};
const mailedEvents = async (gid: string) => (await product.events(gid)).filter(({ to }) => to === "delivered_to_buyer");

test.each([
  ["is down", { kind: "down", count: 2 }],
  ["is slow", { kind: "slow", ms: 1_500, count: 1 }],
  ["puts off (451)", { kind: "reject", code: 451, count: 1 }],
])("a mail server that %s: the mail arrives once, later", async (_what, fault) => {
  await product.fault({ part: "smtp", ...fault });
  const { gid } = await aDeliveredOrder();
  expect(await mailsOf(gid)).toMatchObject([{ isAbout: true }]);
  expect(await mailedEvents(gid)).toHaveLength(1);
});

test("a mail that was taken, but whose receipt was lost, comes again as the same message", async () => {
  await product.fault({ part: "smtp", kind: "timeout-after-accept", ms: 300, count: 1 });
  const { gid } = await aDeliveredOrder();
  const mails = await mailsOf(gid);
  expect(mails).toHaveLength(2);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await mailedEvents(gid)).toHaveLength(1);
});

test("an address that is refused waits for a person; the order learns its invoice all the same, and the mail can be sent again", async () => {
  await product.fault({ part: "smtp", kind: "reject", code: 550, count: 1 });
  const { gid } = await aDeliveredOrder();
  const refused = await product.waitsUnder("mail_refused", gid);
  expect(refused).toMatchObject({ state: "authorised", mailedAt: null, attention: { params: { reason: "550" } } });
  await product.documentWhen("written back", gid, ({ writtenBackAt }) => writtenBackAt !== null);
  await product.commands.resendDocumentMail({ shopId: product.shop.id, documentId: refused.id, actor: "merchant:Lucía" });
  expect(await mailsOf(gid)).toMatchObject([{ isAbout: true }]);
  expect(await product.documentOf(gid)).toMatchObject({ attention: null });
});

const OPEN_JOBS = `SELECT 1 FROM pgboss.job WHERE name = 'issue-document' AND state IN ('created', 'retry', 'active')`;

/** What Shopify was told, all of it exactly once. */
async function expectToldOnce({ gid, name }: { gid: string; name: string }, captures: number) {
  const document = await product.finished(gid);
  const order = (await product.world.order(name)) as SandboxOrder & { transactions: { kind: string; status: string }[] };
  expect(order.fulfillments.map(({ events }) => events.map(({ status }) => status))).toEqual([["OUT_FOR_DELIVERY", "DELIVERED"]]);
  expect(order.transactions.filter(({ kind, status }) => kind === "CAPTURE" && status === "SUCCESS")).toHaveLength(captures);
  expect(order.note?.split(document.number!)).toHaveLength(2);
  expect(order.tags.filter((tag) => tag.startsWith("bim:"))).toEqual(["bim:invoiced"]);
  expect((await product.events(gid)).filter(({ type, to }) => type === "payment" && to === "captured").length).toBeLessThanOrEqual(
    captures,
  );
  return document;
}

test.each([
  ["down", { kind: "down", count: 6 }],
  ["throttling", { kind: "throttled", count: 6 }],
  ["slow", { kind: "slow", ms: 400, count: 6 }],
])(
  "Shopify %s while a card is captured, the delivery published, the invoice written back: all is tried again, all happens once",
  async (_what, fault) => {
    const placed = await product.place({ payment: "card_authorized" });
    const { phone, stop } = await product.onPhone(placed.gid);
    await product.fault({ part: "shopify-api", ...fault });
    await phone.start(stop);
    await product.deliver(placed.gid);
    await expectToldOnce(placed, 1);
  },
);

test("an installation older than some scopes: orders go the whole way without what they are for, and the set-up names them", async () => {
  const gaps = async () => (await product.queries.setupGaps({ shop: product.shop })).filter((gap) => gap.startsWith("scope."));
  const withhold = (withheldScopes: string[]) => product.post(`/sandbox/shops/${DEMO}`, { withheldScopes });
  await withhold(["read_products", "read_payment_terms"]);
  const { gid } = await aDeliveredOrder();
  await product.finished(gid);
  expect(await gaps()).toEqual(["scope.read_products", "scope.read_payment_terms"]);
  await withhold([]);
  await product.assigned((await product.place()).gid);
  expect(await gaps()).toEqual([]);
});

const MUTATIONS = ["Capture", "CreateFulfillment", "CreateFulfillmentEvent", "SetMetafields", "AddTags", "RemoveTags", "UpdateOrder"];

test("an answer to each kind of change that is lost: Shopify has it, and is not told twice", async () => {
  for (const operation of MUTATIONS) product.wires.shopify.loseAnswers(operation);
  const placed = await Promise.all([1, 2, 3].map(() => aDeliveredOrder("card_authorized")));
  for (const order of placed) await expectToldOnce(order, 1);
  expect(product.wires.shopify.pendingLosses()).toBe(0);
});

test("a card that can't be captured holds the invoice; the person tries again, and it is captured first, issued after", async () => {
  const placed = await product.place({ payment: "card_authorized" });
  const userErrors = [{ field: null, message: "The card was declined" }];
  product.wires.shopify.refuse("Capture", { data: { orderCapture: { transaction: null, userErrors } } });
  await product.deliver(placed.gid);
  const waiting = await product.waitsUnder("capture_failed", placed.gid);
  expect(waiting).toMatchObject({ state: "waiting_for_data", number: null, attention: { params: { reason: "The card was declined" } } });
  product.wires.shopify.mend();
  await product.commands.retryDocument({ shopId: product.shop.id, documentId: waiting.id, actor: "merchant:Lucía" });
  await expectToldOnce(placed, 1);
});

test("fiscal data that come while the card is still to be captured don't issue the invoice before it", async () => {
  const placed = await product.place({ payment: "card_authorized" });
  await product.assigned(placed.gid);
  const capture = product.wires.shopify.holdAnswer(({ name }) => name === "Capture");
  await product.deliver(placed.gid);
  await capture.held;
  const order = (await product.s.orderByGid(placed.gid))!;
  await product.commands.saveFiscalData({
    shopId: product.shop.id,
    orderId: order.id,
    fiscalData: { ...order.fiscalData!, legalName: "Otro Nombre" },
    actor: "merchant:Lucía",
  });
  await until("the jobs that this started", async () => (await product.rows(OPEN_JOBS)).length === 0);
  expect(await product.documentOf(placed.gid)).toMatchObject({ state: "waiting_for_data", number: null });
  capture.release();
  const document = await expectToldOnce(placed, 1);
  expect(document.signedXml).toContain("Otro Nombre");
  const steps = (await product.events(placed.gid)).map(({ to }) => to);
  expect(steps.indexOf("captured")).toBeLessThan(steps.indexOf("numbered"));
});
