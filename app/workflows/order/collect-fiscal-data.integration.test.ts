import { beforeAll, beforeEach, expect, test } from "vitest";
import type { DocumentState } from "~/domain/document/document";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { saveFiscalData } from "./collect-fiscal-data";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let ports: Ports;
let number = 1000;
let written: unknown[] = [];
const fiscalData = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Pérez" } as const;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
  const setOrderMetafield = async (_gid: string, _key: string, value: unknown) => void written.push(value);
  ports = { ...world.ports, admin: () => ({ setOrderMetafield }) as unknown as ShopifyAdmin };
});
beforeEach(() => {
  [number, written] = [number + 1, []];
  world.sent.length = 0;
});

async function anOrder(state: DocumentState | null) {
  const { orderId } = await home.aDelivery(number);
  if (!state) return orderId;
  const { document } = await home.s.openInvoice({ orderId, country: "EC", currency: "USD", totalMinor: 2550 });
  await home.s.updateDocument(document.id, { state, number: "001-001-000000007", attention: { code: "fiscal_data_missing" } });
  return orderId;
}
const save = (orderId: string) => saveFiscalData(ports, { shopId: home.shop.id, orderId, fiscalData, actor: "merchant:1" });

test.each(["numbered", "signed", "sent", "answer_unknown", "authorised", "delivered_to_buyer", "credited"] as const)(
  "once its invoice is %s, the order's fiscal data stay as they are, at Shopify too",
  async (state) => {
    const orderId = await anOrder(state);
    await expect(save(orderId)).rejects.toMatchObject({ code: "already_issued", params: { number: "001-001-000000007" } });
    expect([written, (await home.s.order(orderId)).fiscalData, world.sent]).toEqual([[], null, []]);
  },
);

test.each([
  [null, []],
  ["waiting_for_data", ["issue-document"]],
  ["rejected", []],
  ["voided", []],
] as const)("with an invoice that is %s they are saved, and what waited goes on", async (state, jobs) => {
  const orderId = await anOrder(state);
  await save(orderId);
  expect([written, (await home.s.order(orderId)).fiscalData]).toEqual([[fiscalData], fiscalData]);
  expect(world.sent.map(({ name }) => name)).toEqual(jobs);
});
