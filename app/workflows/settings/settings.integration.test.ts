import { plainZone } from "~/domain/zone/plain-zone";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { vaultWith } from "~/adapters/vault/vault";
import { countryPack } from "~/countries";
import { NO_LIMITS } from "~/domain/assignment/terms";
import { NO_TRANSPORT_DATA } from "~/domain/dispatch/carrier";
import type { Issuer } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { makeTestP12 } from "~/testing/certificates";
import { aSale, courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { chooseTriggers } from "./choose-triggers";
import { issueDocument } from "~/workflows/document/issue-document";
import { retryDocuments } from "~/workflows/document/retry-documents";
import { saveCourier } from "./save-courier";
import { saveIssuer } from "./save-issuer";
import { savePaymentCodes } from "./save-payment-codes";
import { addSeries, makeSeriesDefault, startSeriesAt } from "./save-series";
import { saveZone } from "./save-zone";
import { uploadCertificate } from "./upload-certificate";

const RUC = "1792060346001";
const actor = "merchant:1";
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let shopId: string;
let count = 0;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = { ...world.ports, countries: countryPack, vault: vaultWith([{ id: "t", key: Buffer.alloc(32, 5) }]) };
});
beforeEach(async () => {
  home = await world.aShop(`shop${(count += 1)}.myshopify.com`);
  shopId = home.shop.id;
  world.sent.length = 0;
});

const issuer: Omit<Issuer, "id"> = {
  country: "EC",
  taxId: RUC,
  legalName: "Tienda Andina S.A.",
  tradeName: null,
  mainAddress: "Quito",
  establishmentAddress: null,
  keepsAccounts: true,
  specialTaxpayer: null,
  withholdingAgent: null,
  rimpe: "none",
  environment: "test",
};
const series = { establishment: "001", emissionPoint: "002", nextNumber: 501 };
const jobs = () => world.sent.map(({ name }) => name);

async function aWaitingDocument(number: number, attention: { code: string; params?: Record<string, string> }) {
  const { orderId } = await home.aDelivery(number);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, { attention });
  return document.id;
}

test("a saved zone is told, and sends what waited for somebody to be assigned again", async () => {
  const { deliveryId } = await home.aDelivery(1);
  await home.s.updateDelivery(deliveryId, { state: "unassigned", courierId: null });
  const zone = {
    id: null,
    name: "Valles",
    priority: 5,
    ...plainZone({ places: ["Cumbayá"], postalPatterns: ["1709*"], rateMinor: 490, commissionMinor: 275 }),
    currency: "USD",
    active: true,
    courierIds: [home.courierId],
  };
  const { id } = await saveZone(ports, { shopId, actor, zone });
  expect((await home.s.zones())[1]).toEqual({ ...zone, id });
  expect(world.sent).toEqual([{ name: "assign-waiting", data: { shopId } }]);
});

test("a new courier has a link at once; one out of service has none that works", async () => {
  const courier = {
    id: null,
    name: "Eva",
    email: null,
    phone: null,
    locale: "es",
    dailyCapacity: 5,
    active: true,
    ...NO_LIMITS,
    ...NO_TRANSPORT_DATA,
  };
  const { id } = await saveCourier(ports, { shopId, actor, courier });
  expect((await home.s.links("courier", id)).map(({ revokedAt }) => revokedAt)).toEqual([null]);
  await saveCourier(ports, { shopId, actor, courier: { ...courier, id, active: false } });
  expect((await home.s.links("courier", id)).filter(({ revokedAt }) => !revokedAt)).toEqual([]);
});

test("the issuer and its series can be corrected until a document bears a number, and not after", async () => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  await saveIssuer(ports, { shopId, actor, issuer: { ...issuer, legalName: "Otra S.A." }, series: { ...series, nextNumber: 700 } });
  const { id } = (await home.s.issuer())!;
  const [row] = await home.s.series(id);
  expect(row).toMatchObject({ establishment: "001", nextNumber: 700 });
  const documentId = await aWaitingDocument(2, { code: "certificate_missing" });
  await home.s.updateDocument(documentId, { seriesId: row!.id, sequence: 700 });
  await expect(saveIssuer(ports, { shopId, actor, issuer: { ...issuer, legalName: "Tercera" }, series })).rejects.toMatchObject({
    code: "issuer_in_use",
  });
  expect((await home.s.issuer())!.legalName).toBe("Otra S.A.");
});

test("the issuer's RUC can be corrected until one of its series is used, and not after, whatever else is left as it is", async () => {
  await saveIssuer(ports, { shopId, actor, issuer: { ...issuer, taxId: "1790016919001" }, series });
  await saveIssuer(ports, { shopId, actor, issuer, series });
  const { id, taxId } = (await home.s.issuer())!;
  expect(taxId).toBe(RUC);
  const documentId = await aWaitingDocument(9, { code: "certificate_missing" });
  await home.s.updateDocument(documentId, { seriesId: (await home.s.series(id))[0]!.id, sequence: 501 });
  const other = { ...issuer, taxId: "1790016919001" };
  await expect(saveIssuer(ports, { shopId, actor, issuer: other, series: null })).rejects.toMatchObject({ code: "issuer_in_use" });
  await saveIssuer(ports, { shopId, actor, issuer: { ...issuer, legalName: "Andina Nueva S.A." }, series: null });
  expect(await home.s.issuer()).toMatchObject({ taxId: RUC, legalName: "Andina Nueva S.A." });
});

test("under a certificate that came to be another taxpayer's no number is spent", async () => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  const p12 = await makeTestP12({ commonName: "ANDINA", taxId: RUC, password: "clave", notBefore: new Date("2026-01-01T00:00:00Z") });
  await uploadCertificate(ports, { shopId, actor, p12, password: "clave" });
  await saveIssuer(ports, { shopId, actor, issuer: { ...issuer, taxId: "1790016919001" }, series });
  const documentId = await aWaitingDocument(10, { code: "issuer_missing" });
  const admin = () => ({ order: async () => aSale(10) }) as unknown as ShopifyAdmin;
  await issueDocument({ ...ports, admin }, { shopId, documentId });
  expect(await home.s.document(documentId)).toMatchObject({
    state: "waiting_for_data",
    sequence: null,
    attention: { code: "certificate_other_taxpayer", params: { taxId: RUC, issuer: "1790016919001" } },
  });
  world.sent.length = 0;
  await saveIssuer(ports, { shopId, actor, issuer, series });
  expect(jobs()).toEqual(["issue-document"]);
});

const placesOf = async () =>
  (await home.s.series((await home.s.issuer())!.id)).map((one) => [
    one.documentType,
    `${one.establishment}-${one.emissionPoint}`,
    one.nextNumber,
    one.isDefault,
  ]);

test("credit notes and guides are numbered at the invoices' place, and move with it while nothing is numbered", async () => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  await saveIssuer(ports, { shopId, actor, issuer, series: { ...series, establishment: "003" } });
  expect(await placesOf()).toEqual([
    ["invoice", "003-002", 501, true],
    ["credit_note", "003-002", 1, true],
    ["dispatch_guide", "003-002", 1, true],
  ]);
});

test("a further place numbers from its own start, and what is made the default is the only one of its type", async () => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  const second = { documentType: "invoice", establishment: "002", emissionPoint: "001", nextNumber: 9 } as const;
  await addSeries(ports, { shopId, actor, series: second });
  await expect(addSeries(ports, { shopId, actor, series: second })).rejects.toMatchObject({
    code: "series_exists",
    params: { place: "002-001" },
  });
  const added = (await home.s.series((await home.s.issuer())!.id)).find(({ establishment }) => establishment === "002")!;
  await startSeriesAt(ports, { shopId, actor, seriesId: added.id, nextNumber: 40 });
  await makeSeriesDefault(ports, { shopId, actor, seriesId: added.id });
  expect((await placesOf()).filter(([type]) => type === "invoice")).toEqual([
    ["invoice", "001-002", 501, false],
    ["invoice", "002-001", 40, true],
  ]);
  const documentId = await aWaitingDocument(9, { code: "certificate_missing" });
  await home.s.updateDocument(documentId, { seriesId: added.id, sequence: 40 });
  await expect(startSeriesAt(ports, { shopId, actor, seriesId: added.id, nextNumber: 1 })).rejects.toMatchObject({ code: "issuer_in_use" });
  const foreign = { shopId, actor, seriesId: ports.ids.uuid() };
  await expect(makeSeriesDefault(ports, foreign)).rejects.toMatchObject({ code: "series_unknown" });
});

test("a certificate of this taxpayer is kept sealed, and what waited for it goes on", async () => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  const waiting = await aWaitingDocument(3, { code: "certificate_missing" });
  await aWaitingDocument(4, { code: "fiscal_data_missing", params: { limit: "50.00" } });
  world.sent.length = 0;
  const p12 = await makeTestP12({ commonName: "ANDINA", taxId: RUC, password: "clave", notBefore: new Date("2026-01-01T00:00:00Z") });
  await uploadCertificate(ports, { shopId, actor, p12, password: "clave" });
  const certificate = (await home.s.activeCertificate((await home.s.issuer())!.id))!;
  expect(certificate).toMatchObject({ taxId: RUC, active: true });
  expect(certificate.keyEncrypted).toMatch(/^t:/);
  expect(world.sent).toEqual([{ name: "issue-document", data: { shopId, documentId: waiting } }]);
});

test.each([
  ["another taxpayer's", { taxId: "1790016919001" }, "clave", "certificate_other_taxpayer"],
  ["a wrong password", { taxId: RUC }, "otra", "certificate_wrong_password"],
  ["an expired one", { taxId: RUC, days: 10 }, "clave", "certificate_expired"],
])("%s is refused and nothing is stored", async (_what, options, password, code) => {
  await saveIssuer(ports, { shopId, actor, issuer, series });
  const p12 = await makeTestP12({ commonName: "X", password: "clave", notBefore: new Date("2026-01-01T00:00:00Z"), ...options });
  await expect(uploadCertificate(ports, { shopId, actor, p12, password })).rejects.toMatchObject({ code });
  expect(await home.s.activeCertificate((await home.s.issuer())!.id)).toBeNull();
});

test("a chosen moment lets the documents of that payment type go on, and only those", async () => {
  const transfer = await aWaitingDocument(5, { code: "trigger_not_chosen", params: { payment: "transfer" } });
  await aWaitingDocument(6, { code: "trigger_not_chosen", params: { payment: "card" } });
  await chooseTriggers(ports, { shopId, actor, triggers: { transfer: "on_delivery", card: "by_hand" }, delaySeconds: 60 });
  expect(world.sent).toEqual([{ name: "issue-document", data: { shopId, documentId: transfer } }]);
  expect(await home.s.shop()).toMatchObject({ invoiceTriggers: { transfer: "on_delivery", card: "by_hand" }, invoiceDelaySeconds: 60 });
});

test("a gateway's payment code is kept, one that SRI doesn't have is refused", async () => {
  await savePaymentCodes(ports, { shopId, actor, codes: { PayPhone: "16" } });
  await expect(savePaymentCodes(ports, { shopId, actor, codes: { PayPhone: "99" } })).rejects.toMatchObject({
    code: "payment_code_unknown",
  });
  expect((await home.s.shop()).paymentCodes).toEqual({ PayPhone: "16" });
});

test("trying everything again takes what is stuck and leaves what is under way", async () => {
  await aWaitingDocument(7, { code: "certificate_missing" });
  const { orderId } = await home.aDelivery(8);
  await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 100 });
  await retryDocuments(ports, { shopId, actor });
  expect(jobs()).toEqual(["issue-document"]);
});
