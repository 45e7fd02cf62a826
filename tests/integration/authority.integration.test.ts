import { until } from "../../scripts/story/world.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { countryPack } from "~/countries";
import { endOfDay } from "~/domain/time/calendar";
import { makeTestP12 } from "~/testing/certificates";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("authority");
  return product.stop;
});
beforeEach(async () => {
  await product.faultsEnd();
  product.wires.authority.mend();
  await product.wires.authority.listenAgain();
});

const RECEPTION = "ec-sri-reception";
const AUTHORISATION = "ec-sri-authorisation";

async function aDeliveredOrder(): Promise<string> {
  const { gid } = await product.place();
  await product.deliver(gid);
  return gid;
}

/** Authorised, mailed once, written back; on file with the authority under its number exactly once. */
async function expectOneInvoice(gid: string) {
  const document = await product.finished(gid);
  const onFile = (await product.world.documents()).filter(({ number, state }) => number === document.number && state === "AUTORIZADO");
  expect(onFile).toMatchObject([{ accessKey: document.accessKey }]);
  expect(await product.world.mailsTo(document.mailedTo!)).toHaveLength(1);
  expect(document).toMatchObject({ attention: null });
  return document;
}

/** The merchant need not wait for the queue's next try. */
const again = ({ id }: { id: string }) =>
  product.commands.retryDocument({ shopId: product.shop.id, documentId: id, actor: "merchant:Lucía" });

/** The calls about one document in order: R for reception, A for authorisation. */
function callsAbout({ accessKey }: { accessKey: string | null }): string {
  const contentOf = ({ name, body }: { name: string; body: string }) =>
    name.startsWith("Recepcion") ? Buffer.from(/<xml>(.*?)<\/xml>/s.exec(body)![1]!, "base64").toString("utf8") : body;
  const about = product.wires.authority.calls.filter((call) => contentOf(call).includes(accessKey!));
  return about.map(({ name }) => name[0]).join("");
}

const statesOf = async (gid: string) => (await product.events(gid)).filter(({ type }) => type === "document").map(({ to }) => to);

/** What the authority may do at which moment is a table of its own (faults.integration.test.ts); here is what people see of it, and what else may hold an invoice. */
test("undisturbed, a document is sent once and asked for once", async () => {
  const gid = await aDeliveredOrder();
  expect(callsAbout(await expectOneInvoice(gid))).toBe("RA");
  expect(await statesOf(gid)).toEqual(["waiting_for_data", "numbered", "signed", "sent", "authorised", "delivered_to_buyer"]);
});

test("a reception that is down: the document shows it, is asked for before each new try, and gets through", async () => {
  await product.fault({ part: RECEPTION, kind: "down" });
  const gid = await aDeliveredOrder();
  const waiting = await product.waitsUnder("authority_unreachable", gid);
  expect(waiting).toMatchObject({ state: "answer_unknown", authorisedAt: null });
  await again(waiting);
  await product.documentWhen("tried again", gid, ({ tries }) => tries > waiting.tries);
  await product.faultsEnd();
  await again(waiting);
  const document = await expectOneInvoice(gid);
  expect(document).toMatchObject({ sequence: waiting.sequence, signedXml: waiting.signedXml });
  expect(callsAbout(document)).toMatch(/^R(AR)+A$/);
});

const WORKING_JOBS = `SELECT 1 FROM pgboss.job WHERE name = 'issue-document' AND state IN ('created', 'active') AND data->>'documentId' = ANY($1)`;
const WAITING_JOBS = `SELECT 1 FROM pgboss.job WHERE name = 'issue-document' AND state IN ('created', 'retry') AND data->>'documentId' = $1`;

test("nobody listens at SRI: the page says since when, how many wait, when it is tried again and until when; a bulk retry gets all through", async () => {
  const { shop, clock } = { shop: product.shop, clock: product.ports.clock };
  const contingency = async () => (await product.queries.documentList({ shop, view: "all", term: "", page: 1 })).contingency;
  const before = clock.now();
  await product.wires.authority.hangUp();
  const gids = [await aDeliveredOrder(), await aDeliveredOrder()];
  const waiting: Awaited<ReturnType<Product["waitsUnder"]>>[] = [];
  for (const gid of gids) waiting.push(await product.waitsUnder("authority_unreachable", gid));
  for (let press = 0; press < 5; press++) {
    await product.commands.retryDocuments({ shopId: shop.id, actor: "merchant:Lucía" });
    await until(
      "what was asked for to have failed",
      async () => (await product.rows(WORKING_JOBS, [waiting.map(({ id }) => id)])).length === 0,
    );
  }
  const seen = await until("a next try", async () => {
    const now = await contingency();
    return now !== null && now.nextTryAt !== null && now.unreachable === 2 ? now : null;
  });
  expect(seen).toMatchObject({ unreachable: 2, inProcess: 0 });
  expect(Date.parse(seen.downSince!)).toBeGreaterThanOrEqual(before.getTime());
  expect(Date.parse(seen.nextTryAt!)).toBeGreaterThanOrEqual(before.getTime());
  expect(seen.dueAt).toBe(endOfDay(waiting[0]!.issueDate!, countryPack("EC").timeZone).toISOString());
  // Five times asked, and not five tries left: the last that was asked for, and one that was at work when it was.
  for (const { id } of waiting) expect((await product.rows(WAITING_JOBS, [id])).length).toBeLessThanOrEqual(2);
  await product.wires.authority.listenAgain();
  await product.commands.retryDocuments({ shopId: shop.id, actor: "merchant:Lucía" });
  for (const gid of gids) await expectOneInvoice(gid);
  expect(await contingency()).toBeNull();
});

test("an authority that forgot the key when asked gets the same bytes again, answers 43, and is asked for the first result", async () => {
  await product.fault({ part: AUTHORISATION, kind: "in-process", count: 4 });
  const gid = await aDeliveredOrder();
  const waiting = await product.waitsUnder("authority_in_process", gid);
  await again(waiting);
  const document = await expectOneInvoice(gid);
  expect(document.signedXml).toBe(waiting.signedXml);
  expect(callsAbout(document)).toBe("RAAAARA");
});

test("a refusal waits for a person; tried again, the invoice keeps its number", async () => {
  const code = "52";
  await product.fault({ part: AUTHORISATION, kind: "reject", code, count: 1 });
  const gid = await aDeliveredOrder();
  const refused = await product.waitsUnder("rejected", gid);
  expect(refused).toMatchObject({ state: "rejected", attention: { params: { code } }, messages: [{ code, kind: "error" }] });
  expect(await product.world.mailsTo((await product.s.orderByGid(gid))!.sale.email!)).toEqual([]);
  await again(refused);
  const document = await expectOneInvoice(gid);
  expect(document.number).toBe(refused.number);
  expect(document.accessKey).not.toBe(refused.accessKey);
});

test("a number that the authority has already (45) is given up for the next one", async () => {
  await product.fault({ part: RECEPTION, kind: "reject", code: "45", count: 1 });
  const gid = await aDeliveredOrder();
  const refused = await product.waitsUnder("number_taken", gid);
  expect(refused).toMatchObject({ state: "rejected", attention: { params: { number: refused.number } } });
  await again(refused);
  expect((await expectOneInvoice(gid)).sequence).toBe(refused.sequence! + 1);
});

const IDENTIFIED = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Pérez" } as const;

test("five jobs for one document at once: one number, sent once, one mail", async () => {
  const { gid } = await product.place({ fiscalData: undefined, lines: [{ title: "Canasta", quantity: 3, price: "30.00" }] });
  await product.deliver(gid);
  const waiting = await product.waitsUnder("fiscal_data_missing", gid);
  // Under the order's lock, as every writer: a webhook that is being handled would write back what it had read.
  await product.ports.store.change(product.shop.id, async (s) => {
    await s.lock(`order:${gid}`);
    await s.updateOrder(waiting.orderId!, { fiscalData: IDENTIFIED });
  });
  product.wires.authority.slowBy(300);
  for (let job = 0; job < 5; job++) await product.s.enqueue("issue-document", { shopId: product.shop.id, documentId: waiting.id });
  const document = await expectOneInvoice(gid);
  expect(callsAbout(document)).toBe("RA");
  expect(await statesOf(gid)).toEqual([
    "waiting_for_data",
    "waiting_for_data",
    "numbered",
    "signed",
    "sent",
    "authorised",
    "delivered_to_buyer",
  ]);
});

test("above USD 50 an invoice waits for the buyer's data and goes on when they come", async () => {
  const { gid } = await product.place({ fiscalData: undefined, lines: [{ title: "Canasta", quantity: 2, price: "30.00" }] });
  await product.deliver(gid);
  const waiting = await product.waitsUnder("fiscal_data_missing", gid);
  expect(waiting).toMatchObject({ state: "waiting_for_data", sequence: null, attention: { params: { limit: "50.00" } } });
  const fiscalData = IDENTIFIED;
  await product.commands.saveFiscalData({ shopId: product.shop.id, orderId: waiting.orderId!, fiscalData, actor: "merchant:Lucía" });
  const { signedXml } = await expectOneInvoice(gid);
  expect(signedXml).toMatch(/<tipoIdentificacionComprador>05<.*<identificacionComprador>1714307103</s);
});

test("up to USD 50 a buyer without data is a final consumer", async () => {
  const { gid } = await product.place({ fiscalData: undefined, lines: [{ title: "Café", quantity: 1, price: "8.50" }] });
  await product.deliver(gid);
  const { signedXml } = await expectOneInvoice(gid);
  expect(signedXml).toMatch(/<tipoIdentificacionComprador>07<.*<identificacionComprador>9999999999999</s);
});

test("more cash than the law allows (USD 500) is held without a number, and goes on under the code that the merchant chooses", async () => {
  const lines = [{ title: "Sombrero de Montecristi", quantity: 5, price: "110.00" }];
  const { gid } = await product.place({ lines, taxesIncluded: true });
  await product.deliver(gid);
  const held = await product.waitsUnder("cash_above_limit", gid);
  expect(held).toMatchObject({ state: "waiting_for_data", number: null, attention: { params: { limit: "500.00" } } });
  const { sale } = await product.s.order(held.orderId!);
  expect(held.attention!.params!.amount).toBe((sale.totalMinor / 100).toFixed(2));
  const choose = (codes: Record<string, string>) =>
    product.commands.savePaymentCodes({ shopId: product.shop.id, actor: "merchant:Lucía", codes });
  await choose({ [sale.gateways[0]!]: "20" });
  const { signedXml } = await expectOneInvoice(gid);
  expect(signedXml).toMatch(/<formaPago>20<\/formaPago>/);
  await choose({});
});

const aP12 = (taxId = "1792060346001") => makeTestP12({ commonName: "ANA PEREZ", taxId, password: "secreta" });
const upload = (p12: Uint8Array, password = "secreta") =>
  product.commands.uploadCertificate({ shopId: product.shop.id, actor: "merchant:Lucía", p12, password });

test.each([
  { code: "certificate_missing", spoil: `UPDATE "Certificate" SET active = false` },
  { code: "certificate_expired", spoil: `UPDATE "Certificate" SET "notAfter" = now() - interval '1 day'` },
])("$code: documents wait without a number, nothing is sent, and an upload sets them going", async ({ code, spoil }) => {
  await product.rows(spoil);
  const orders = [await aDeliveredOrder(), await aDeliveredOrder()];
  const calls = product.wires.authority.calls.length;
  for (const gid of orders)
    expect(await product.waitsUnder(code, gid)).toMatchObject({ state: "waiting_for_data", sequence: null, signedXml: null });
  await expect(upload(await aP12(), "falsa")).rejects.toMatchObject({ code: "certificate_wrong_password" });
  await expect(upload(await aP12("1790016919001"))).rejects.toMatchObject({ code: "certificate_other_taxpayer" });
  expect(product.wires.authority.calls).toHaveLength(calls);
  await upload(await aP12());
  for (const gid of orders) await expectOneInvoice(gid);
});

test("a certificate that goes missing between number and signature: the number is kept and used", async () => {
  await product.fault({ part: AUTHORISATION, kind: "reject", code: "39", count: 1 });
  const gid = await aDeliveredOrder();
  const { id, sequence } = await product.waitsUnder("rejected", gid);
  await product.rows(`UPDATE "FiscalDocument" SET state = 'numbered', "signedXml" = NULL, attention = NULL WHERE id = $1`, [id]);
  await product.rows(`UPDATE "Certificate" SET active = false`);
  await product.s.enqueue("issue-document", { shopId: product.shop.id, documentId: id });
  expect(await product.waitsUnder("certificate_missing", gid)).toMatchObject({ state: "numbered", sequence });
  await upload(await aP12());
  expect(await expectOneInvoice(gid)).toMatchObject({ sequence });
});

test("an invoice that the merchant voided at SRI is told to the order, keeps its number, and makes room for a new one", async () => {
  const { gid, name } = await product.place();
  await product.deliver(gid);
  const first = await expectOneInvoice(gid);
  const { commands, shop } = product;
  const whose = { shopId: shop.id, actor: "merchant:Lucía" };
  await expect(commands.invoiceAnew({ ...whose, orderId: first.orderId! })).rejects.toMatchObject({ code: "invoice_still_valid" });
  await commands.voidDocument({ ...whose, documentId: first.id, reason: "RUC equivocado" });
  const voided = await until("the order to know", async () => {
    const order = await product.world.order(name);
    return order.tags.includes("bim:voided") && order.note?.includes(`Factura ${first.number} anulada`) && order;
  });
  expect(voided.metafields.find(({ key }) => key === "invoice")?.jsonValue).toMatchObject({ number: first.number, state: "voided" });
  await expect(commands.voidDocument({ ...whose, documentId: first.id, reason: "otra vez" })).rejects.toMatchObject({
    code: "not_authorised_yet",
  });
  await commands.invoiceAnew({ ...whose, orderId: first.orderId! });
  const second = await product.finished(gid);
  expect(second.sequence).toBe(first.sequence! + 1);
  expect((await product.s.documentsOfOrder(first.orderId!)).map(({ state }) => state)).toEqual(["voided", "delivered_to_buyer"]);
  const order = await until("the order to know", async () => {
    const seen = await product.world.order(name);
    return seen.tags.includes("bim:invoiced") && seen;
  });
  expect(order.metafields.find(({ key }) => key === "invoice")?.jsonValue).toMatchObject({ number: second.number, state: "authorised" });
});

test("the series tell what became of their numbers; what no document bears is named, and why", async () => {
  const ofInvoices = async () =>
    (await product.queries.seriesPage({ shop: product.shop })).series.find(({ documentType }) => documentType === "invoice");
  const invoices = await ofInvoices();
  expect(invoices!.authorised + invoices!.open + invoices!.rejected + invoices!.voided).toBe(
    invoices!.nextNumber - invoices!.firstNumber - invoices!.gaps.reduce((sum, { count }) => sum + count, 0),
  );
  expect(invoices).toMatchObject({ place: "001-001", environment: "test", voided: 1 });
  expect(invoices!.gaps).toEqual([expect.objectContaining({ count: 1, isExplained: true })]);
  await product.rows(`UPDATE "Series" SET "nextNumber" = "nextNumber" + 3`);
  const after = await ofInvoices();
  expect(after!.gaps.at(-1)).toMatchObject({ count: 3, isExplained: false });
  await product.rows(`UPDATE "Series" SET "nextNumber" = "nextNumber" - 3`);
});

test("after all that: no number twice, and each one that was given up is named", async () => {
  const rows = await product.rows<{ sequence: number }>(`SELECT sequence FROM "FiscalDocument" ORDER BY sequence`);
  const used = rows.map(({ sequence }) => sequence);
  expect(new Set(used).size).toBe(used.length);
  const authorised = (await product.world.documents()).filter(({ state }) => state === "AUTORIZADO").map(({ number }) => number);
  expect(new Set(authorised).size).toBe(authorised.length);
  expect(authorised).toHaveLength(used.length);
});
