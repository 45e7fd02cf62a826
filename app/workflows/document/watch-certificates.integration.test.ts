import { beforeAll, expect, test } from "vitest";
import { letters } from "~/adapters/mail/letters";
import { vaultWith } from "~/adapters/vault/vault";
import { countryPack } from "~/countries";
import type { Mail } from "~/ports/mail";
import type { Ports } from "~/ports/ports";
import { certificateNotice } from "~/queries/certificate-notice";
import { makeTestP12 } from "~/testing/certificates";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { anIssuer } from "~/testing/ecuador";
import { freshDatabase } from "../../../tests/support/database";
import { uploadCertificate } from "~/workflows/settings/upload-certificate";
import { watchCertificates } from "./watch-certificates";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
const mails: Mail[] = [];
const failures: string[] = [];

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  ports = {
    ...world.ports,
    countries: countryPack,
    letters,
    vault: vaultWith([{ id: "t", key: Buffer.alloc(32, 5) }]),
    mail: { send: async (mail) => void mails.push(mail) },
    log: { ...world.ports.log, warn: (event) => void failures.push(event) },
  };
  const silent = await world.aShop("no-certificate.myshopify.com");
  await silent.s.saveIssuer({ ...anIssuer(), id: ports.ids.uuid() });
  home = await world.aShop("expiring.myshopify.com");
  await home.s.updateShop({ email: "tienda@example.com" });
  await home.s.saveIssuer({ ...anIssuer(), id: ports.ids.uuid() });
  await renew("2026-12-01T00:00:00Z");
});

/** Valid for 90 days. */
async function renew(from: string): Promise<void> {
  world.setNow(from);
  const p12 = await makeTestP12({ commonName: "ANDINA", taxId: anIssuer().taxId, password: "clave", notBefore: new Date(from), days: 90 });
  await uploadCertificate(ports, { shopId: home.shop.id, actor: "merchant:1", p12, password: "clave" });
}

const told = async (now: string): Promise<string[]> => {
  world.setNow(now);
  mails.length = 0;
  await watchCertificates(ports);
  return mails.map(({ subject }) => subject);
};

test("the shop is told 30, 15, 5 and 1 days before, once each, and not when it is too late", async () => {
  expect(await told("2027-01-29T12:00:00Z")).toEqual([]);
  expect(await told("2027-01-30T12:00:00Z")).toEqual(["Su firma electrónica vence en 30 días"]);
  expect(await told("2027-01-31T12:00:00Z")).toEqual([]);
  expect(await told("2027-02-15T12:00:00Z")).toEqual(["Su firma electrónica vence en 14 días"]);
  expect(await told("2027-02-15T13:00:00Z")).toEqual([]);
  expect(await told("2027-02-24T12:00:00Z")).toEqual(["Su firma electrónica vence en 5 días"]);
  expect(await told("2027-02-28T12:00:00Z")).toEqual(["Su firma electrónica vence mañana"]);
  expect(mails[0]).toMatchObject({
    to: "tienda@example.com",
    text: expect.stringContaining("vence el 28 de febrero de 2027: queda un día"),
  });
  expect(await told("2027-03-01T12:00:00Z")).toEqual([]);
  expect(failures).toEqual([]);
});

test("a page says so for as long as it lasts", async () => {
  const at = (now: string) => (world.setNow(now), certificateNotice(ports, { shop: home.shop }));
  expect(await at("2027-01-20T12:00:00Z")).toBeNull();
  expect(await at("2027-02-10T12:00:00Z")).toEqual({ code: "certificate_expiring", params: { days: 19, date: "2027-03-01" } });
  expect(await at("2027-03-02T12:00:00Z")).toBeNull();
});

test("the renewed one has its own four warnings", async () => {
  await renew("2027-03-02T00:00:00Z");
  expect(await told("2027-03-03T12:00:00Z")).toEqual([]);
  expect(await told("2027-05-20T12:00:00Z")).toEqual(["Su firma electrónica vence en 11 días"]);
});
