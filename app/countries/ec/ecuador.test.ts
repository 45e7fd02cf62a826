import { expect, test } from "vitest";
import type { TaxCategory } from "~/domain/order/order";
import { makeTestP12 } from "~/testing/certificates";
import { aPricedOrder } from "~/testing/sales";
import { COUNTRIES, countryPack } from "../index";

const ec = countryPack("EC");
const NOW = new Date().toISOString();
const SHIRT = {
  id: "gid://shopify/LineItem/1",
  title: "Camisa",
  sku: "C-1",
  quantity: 1,
  requiresShipping: true,
  isGiftCard: false,
  originalMinor: 1000,
  netMinor: 1000,
};

const taken = (gateway: string, amountMinor: number) => ({
  gid: "t",
  kind: "SALE",
  status: "SUCCESS",
  gateway,
  amountMinor,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt: null,
});

type Order = Parameters<typeof ec.totals>[0];
const anOrder = (line: object, order: object = {}): Order =>
  ({
    ...aPricedOrder({ totalMinor: 1000 }),
    lines: [{ ...SHIRT, ...line }],
    shippingAddress: null,
    ...order,
  }) as unknown as Order;

const totals = (
  rateBasisPoints: number,
  amountMinor: number,
  { currency = "USD", day = "2026-11-23", taxCategory = null as TaxCategory | null } = {},
) => ec.totals(anOrder({ taxCategory, taxLines: [{ title: "IVA", rateBasisPoints, amountMinor }] }, { currency }), day);

test.each([
  [1500, 130],
  [500, 48],
  [800, 74],
  [0, 0],
])("a rate of %i basis points is in force", (rate, tax) => {
  expect(totals(rate, tax)).toMatchObject({ ok: true, value: { totalMinor: 1000 } });
});

test("an order taxed at a rate of other years is held, one at no rate of Ecuador too, and one in another currency", () => {
  expect(totals(1200, 107)).toEqual({ ok: false, problem: { code: "tax_rate_expired", params: { rate: "12" } } });
  expect(totals(1400, 123)).toEqual({ ok: false, problem: { code: "tax_rate_expired", params: { rate: "14" } } });
  expect(totals(725, 68)).toEqual({ ok: false, problem: { code: "tax_rate_unknown", params: { rate: "7.25" } } });
  expect(totals(1500, 130, { currency: "EUR" })).toEqual({
    ok: false,
    problem: { code: "currency_not_supported", params: { currency: "EUR" } },
  });
});

test.each([
  [1200, "2016-05-31", true],
  [1200, "2016-06-01", false],
  [1400, "2016-06-01", true],
  [1400, "2017-06-01", false],
  [1200, "2024-03-31", true],
  [1500, "2024-03-31", false],
  [500, "2024-04-01", true],
  [1300, "2024-04-01", false],
])("%i basis points on %s: %s", (rate, day, inForce) => {
  const tax = Math.round(1000 - (1000 * 10_000) / (10_000 + rate));
  expect(totals(rate, tax, { day }).ok).toBe(inForce);
});

test("goods that go abroad are held, and what their factura would have to say is named; what isn't shipped stays at home", () => {
  const of = (countryCode: string, requiresShipping: boolean) =>
    ec.totals(anOrder({ requiresShipping, taxLines: [] }, { shippingAddress: { countryCode } }), "2026-11-23");
  expect(of("PE", true)).toEqual({
    ok: false,
    problem: {
      code: "export_not_supported",
      params: { country: "PE", missing: "incoTermFactura, lugarIncoTerm, puertoEmbarque, puertoDestino, paisAdquisicion" },
    },
  });
  expect(of("PE", false)).toMatchObject({ ok: true });
  expect(of("EC", true)).toMatchObject({ ok: true });
});

test("a gift card is set off against what the shop owed for it (15), the rest is paid by the order's own type or the merchant's code", () => {
  const facts = { totalMinor: 1000, type: "card", transactions: [taken("gift_card", 300), taken("payphone", 700)] } as const;
  expect(ec.payments(facts)).toEqual([
    { code: "15", amountMinor: 300 },
    { code: "19", amountMinor: 700 },
  ]);
  expect(ec.payments({ ...facts, codes: { payphone: "16" } })[1]).toEqual({ code: "16", amountMinor: 700 });
});

test("the rest is paid by the code chosen for the gateway that has taken nothing yet, and by no other's", () => {
  const facts = {
    totalMinor: 1000,
    type: "cash_on_delivery",
    transactions: [taken("payphone", 700)],
    gateways: ["payphone", "Efectivo"],
  } as const;
  const codes = (chosen: Record<string, string>) => ec.payments({ ...facts, codes: chosen }).map(({ code }) => code);
  expect(codes({})).toEqual(["01"]);
  expect(codes({ Efectivo: "20" })).toEqual(["01", "20"]);
  expect(codes({ payphone: "16" })).toEqual(["16", "01"]);
  expect(ec.payments({ ...facts, transactions: [], gateways: ["Efectivo"], codes: { Efectivo: "17" } })).toEqual([
    { code: "17", amountMinor: 1000 },
  ]);
});

test.each([
  ["card", "19"],
  ["card_authorized", "19"],
  ["transfer", "20"],
  ["cash_on_delivery", "01"],
  ["other", "20"],
] as const)("payment %s is form %s", (type, code) => {
  expect(ec.paymentCode(type)).toBe(code);
  expect(ec.payments({ totalMinor: 500, type, transactions: [] })).toEqual([{ code, amountMinor: 500 }]);
});

test("an excise needs one of SRI's codes", () => {
  const of = (code: string) => totals(1500, 130, { taxCategory: { vat: "rated", excise: { code, rateBasisPoints: 2000 } } });
  expect(of("3610")).toMatchObject({ ok: true });
  expect(of("36")).toEqual({ ok: false, problem: { code: "tax_rate_unknown", params: { rate: "ICE 36" } } });
});

test("a certificate says for whom, by whom and how long", async () => {
  const opened = ec.openCertificate(
    await makeTestP12({ commonName: "JOSÉ NÚÑEZ", taxId: "1790012345001", password: "x", days: 10 }),
    "x",
    NOW,
  );
  if (!opened.ok) throw new Error(opened.problem.code);
  const { info } = opened.value;
  expect(info).toMatchObject({ taxId: "1790012345001", subject: expect.stringMatching(/^CN=JOSÉ NÚÑEZ,/) as string });
  expect(Date.parse(info.notAfter) - Date.parse(info.notBefore)).toBe(10 * 86_400_000);
});

test("a certificate without a RUC has none, and a cédula is not taken for one", async () => {
  for (const taxId of [null, "1714307103"]) {
    const opened = ec.openCertificate(await makeTestP12({ commonName: "JOSÉ NÚÑEZ", taxId, password: "x" }), "x", NOW);
    expect(opened).toMatchObject({ ok: true, value: { info: { taxId: null } } });
  }
});

test("there is a pack for Ecuador and none for a country nobody wrote", () => {
  expect(COUNTRIES).toEqual(["EC"]);
  expect(() => countryPack("XX")).toThrow(/XX/);
  expect(() => countryPack("constructor")).toThrow(RangeError);
});
