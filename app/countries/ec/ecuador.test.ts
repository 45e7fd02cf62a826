import { expect, test } from "vitest";
import type { TaxCategory } from "~/domain/order/order";
import { makeTestP12 } from "~/testing/certificates";
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

const totals = (
  rateBasisPoints: number,
  amountMinor: number,
  { currency = "USD", day = "2026-11-23", taxCategory = null as TaxCategory | null } = {},
) =>
  ec.totals(
    {
      lines: [{ ...SHIRT, taxCategory, taxLines: [{ title: "IVA", rateBasisPoints, amountMinor }] }],
      shippingLines: [],
      taxesIncluded: true,
      tipMinor: 0,
      dutiesMinor: 0,
      additionalFeesMinor: 0,
      totalMinor: 1000,
      currency,
    } as unknown as Parameters<typeof ec.totals>[0],
    day,
  );

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
