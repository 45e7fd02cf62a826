import { beforeAll, beforeEach, expect, test } from "vitest";
import { letters } from "~/adapters/mail/letters";
import { advisoryLocks } from "~/adapters/postgres/locks";
import type { CountryPack } from "~/countries/pack";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Mail } from "~/ports/mail";
import type { Ports } from "~/ports/ports";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { anInvoiceInput } from "~/testing/ecuador";
import { freshDatabase } from "../../../tests/support/database";
import { mailDocument } from "./mail-document";
import { resendDocumentMail } from "./resend-document-mail";
import { retryDocuments } from "./retry-documents";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let number = 1000;
let sent: Mail[] = [];
let failure: Error | null = null;
const actor = "merchant:1";

beforeAll(async () => {
  const { url } = await freshDatabase();
  world = await courierWorld();
  const hold = advisoryLocks(url, 8);
  const exclusively: Ports["store"]["exclusively"] = (shopId, name, work) => hold(`${shopId} ${name}`, work);
  const send = async (mail: Mail) => {
    sent.push(mail);
    if (failure) throw failure;
  };
  const countries = () => ({ print: async () => new Uint8Array([1]) }) as unknown as CountryPack;
  ports = { ...world.ports, store: { ...world.ports.store, exclusively }, letters, countries, mail: { send } };
});
beforeEach(async () => {
  number += 1;
  home = await world.aShop(`shop${number}.myshopify.com`);
  [sent, failure] = [[], null];
  world.sent.length = 0;
});

async function anAuthorised() {
  const { orderId } = await home.aDelivery(number);
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, {
    state: "authorised",
    number: "001-001-000000123",
    input: anInvoiceInput(),
    issueDate: "2026-11-23",
    signedXml: "<factura/>",
    authorisationNumber: "1",
    authorisedAt: new Date(),
  });
  return document.id;
}
const mail = (documentId: string) => mailDocument(ports, { shopId: home.shop.id, documentId });
const resend = (documentId: string, to?: string) =>
  resendDocumentMail(ports, { shopId: home.shop.id, documentId, actor, ...(to ? { to } : {}) });
const messageIds = () => sent.map(({ messageId }) => messageId);
const failing = (documentId: string) =>
  mail(documentId).then(
    () => "no failure",
    (error: Error) => error.name,
  );

test("five jobs at once send the first mail once", async () => {
  const id = await anAuthorised();
  await Promise.all(Array.from({ length: 5 }, () => mail(id)));
  expect(sent.map(({ to }) => to)).toEqual(["maria@ejemplo.ec"]);
  expect(await home.s.document(id)).toMatchObject({ state: "delivered_to_buyer", mailedTo: "maria@ejemplo.ec", attention: null });
});

test("three clicks are three mails, each a message of its own, however many jobs there are", async () => {
  const id = await anAuthorised();
  await mail(id);
  for (let click = 0; click < 3; click++) await resend(id);
  expect((await home.s.document(id)).state).toBe("delivered_to_buyer");
  await Promise.all(Array.from({ length: 6 }, () => mail(id)));
  expect([sent.length, new Set(messageIds()).size]).toEqual([4, 4]);
  const reasons = (await home.s.eventsOfOrder((await home.s.document(id)).orderId!)).map(({ reason }) => reason?.code);
  expect(reasons).toEqual(["mailed", "resend", "resend", "resend", "mailed", "mailed", "mailed"]);
});

test("at another address: it is used, and shown", async () => {
  const id = await anAuthorised();
  await mail(id);
  await resend(id, "contabilidad@ejemplo.ec");
  await mail(id);
  expect(sent.map(({ to }) => to)).toEqual(["maria@ejemplo.ec", "contabilidad@ejemplo.ec"]);
  expect((await home.s.document(id)).mailedTo).toBe("contabilidad@ejemplo.ec");
  await expect(resend(id, "no address")).rejects.toMatchObject({ code: "email_invalid" });
});

test("while the mail server is away it is shown, and the same mailing is tried again as the same message", async () => {
  const id = await anAuthorised();
  await mail(id);
  await resend(id, "otra@ejemplo.ec");
  failure = new TransientFailure("mail: 421");
  expect(await failing(id)).toBe("TransientFailure");
  expect(await home.s.document(id)).toMatchObject({ attention: { code: "mail_delayed" }, mailedTo: "maria@ejemplo.ec" });
  failure = null;
  await mail(id);
  const [, first, second] = messageIds();
  expect(second).toBe(first);
  expect(await home.s.document(id)).toMatchObject({ attention: null, mailedTo: "otra@ejemplo.ec", mailsAsked: [] });
});

test("a mailing that is refused waits for a person, who asks again for one mail, or for all that was refused", async () => {
  const id = await anAuthorised();
  failure = new PermanentFailure("mail_refused", { reason: "550" });
  await mail(id);
  expect(await home.s.document(id)).toMatchObject({ state: "authorised", attention: { code: "mail_refused", params: { reason: "550" } } });
  failure = null;
  await retryDocuments(ports, { shopId: home.shop.id, actor });
  expect(world.sent).toEqual([{ name: "mail-document", data: { shopId: home.shop.id, documentId: id } }]);
  await resend(id, "buena@ejemplo.ec");
  await mail(id);
  expect(sent.map(({ to }) => to)).toEqual(["maria@ejemplo.ec", "buena@ejemplo.ec"]);
  expect(await home.s.document(id)).toMatchObject({ state: "delivered_to_buyer", attention: null });
});

test("an invoice that was credited before its first mail got out is mailed all the same, once, and stays credited", async () => {
  const id = await anAuthorised();
  await home.s.updateDocument(id, { state: "credited", attention: { code: "mail_delayed" } });
  expect(await home.s.unmailedDocuments(10)).toEqual([id]);
  await mail(id);
  await mail(id);
  expect(sent).toHaveLength(1);
  expect(await home.s.document(id)).toMatchObject({ state: "credited", mailedTo: "maria@ejemplo.ec", attention: null });
  expect(await home.s.unmailedDocuments(10)).toEqual([]);
  await resend(id);
  await mail(id);
  expect([sent.length, (await home.s.document(id)).state]).toEqual([2, "credited"]);
});

test("a mail that is refused is seen before what Shopify refused, and a refusal of Shopify's before a mail that is only late", async () => {
  const id = await anAuthorised();
  const refusal = { code: "shopify_refused", params: { reason: "no" } };
  await home.s.updateDocument(id, { attention: refusal });
  failure = new TransientFailure("mail: 421");
  await failing(id);
  expect(await home.s.document(id)).toMatchObject({ attention: refusal });
  failure = new PermanentFailure("mail_refused", { reason: "550" });
  await mail(id);
  expect(await home.s.document(id)).toMatchObject({ attention: { code: "mail_refused" } });
});
