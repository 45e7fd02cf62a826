import { beforeAll, expect, test } from "vitest";
import { until } from "../../scripts/story/world.ts";
import type { ShadowResult } from "~/domain/shadow-month/result";
import { fullMonths, monthBounds } from "~/domain/time/month";
import { aProduct, type Product } from "../support/product.ts";
import { anEverydayOrder, EVERY_KIND } from "../support/shadow-orders.ts";

let product: Product;
let [last, before]: string[] = [];
const EVERYDAY = 60;
const HOUR = 3_600_000;

beforeAll(async () => {
  product = await aProduct("shadow");
  [last, before] = fullMonths(product.ports.clock.now(), product.shop.timeZone, 2);
  return product.stop;
});

const shipping = { title: "Norte", price: "3.50" };
const instant = (month: string, hours: number) =>
  new Date(monthBounds(month, product.shop.timeZone).from.getTime() + hours * HOUR).toISOString();
const placeAt = (placedAt: string, order: object) => product.place({ fiscalData: undefined, shipping, ...order, placedAt });
const start = (month: string) => product.commands.startShadowMonth({ shopId: product.shop.id, actor: "merchant:1", month });
const ended = (month: string) =>
  until(
    `the month ${month}`,
    async () => {
      const run = await product.s.shadowRunOf(month);
      return run && run.state !== "running" ? run : null;
    },
    120_000,
  );
const results = (month: string) =>
  product.rows<Pick<ShadowResult, "name" | "outcome" | "code" | "buyer" | "taxes" | "products"> & { differenceMinor: string | null }>(
    `SELECT r.* FROM "ShadowResult" r JOIN "ShadowRun" m ON m."shopId" = r."shopId" AND m.id = r."runId" WHERE m.month = $1 ORDER BY r."placedAt"`,
    [month],
  );

const page = (month: string | null = null) => product.queries.shadowPage({ shop: product.shop, month });
const isOffered = async () => (await product.queries.setupGaps({ shop: product.shop })).includes("shadow");

/** All that the real thing would change. */
async function everythingElse() {
  const get = async (path: string) => (await fetch(product.stack.urls.sandbox + path)).text();
  return {
    documents: await product.rows(`SELECT * FROM "FiscalDocument" ORDER BY id`),
    series: await product.rows(`SELECT * FROM "Series" ORDER BY id`),
    authority: await product.world.documents(),
    mails: await get("/sandbox/inbox"),
    orders: await get("/sandbox/orders"),
  };
}

test("a month of all kinds: each order's fate and reason, to the cent, and nothing anywhere is touched", async () => {
  const expected = new Map<string, string | null>();
  for (let n = 0; n < EVERYDAY; n += 1) {
    const { name } = await placeAt(instant(last!, n * 12), anEverydayOrder(n));
    expected.set(name, null);
  }
  let hours = 1;
  for (const { order, code, then } of Object.values(EVERY_KIND)) {
    const { name, gid } = await placeAt(instant(last!, (hours += 20)), order);
    if (then) await product.post(`/sandbox/orders/${encodeURIComponent(gid)}/${then}`, {});
    if (then) await until(`${name} received`, () => product.s.orderByGid(gid));
    expected.set(name, code);
  }
  const outside = [await placeAt(instant(last!, -1), anEverydayOrder(1)), await placeAt(instant(last!, 31 * 24 + 1), anEverydayOrder(2))];
  // A place without its series yet: looking opens none.
  const warehouse = await until("the shop's locations", async () => (await product.s.locations())[0]);
  await product.s.linkLocation(warehouse.id, { establishment: "009", emissionPoint: "001", originAddress: null });
  const untouched = await everythingElse();
  const begun = performance.now();
  expect(await isOffered()).toBe(true);
  await start(last!);
  await start(last!);
  const run = await ended(last!);
  const seconds = (performance.now() - begun) / 1000;
  expect(run).toMatchObject({ state: "ended", problem: null, certificateProblem: null });
  expect(await product.rows(`SELECT id FROM "ShadowRun"`)).toHaveLength(1);
  const found = await results(last!);
  expect(new Map(found.map(({ name, code }) => [name, code]))).toEqual(expected);
  expect(found.filter(({ name }) => outside.some((one) => one.name === name))).toEqual([]);
  const issued = found.filter(({ outcome }) => outcome === "would_issue");
  expect(issued.every(({ differenceMinor }) => differenceMinor === "0")).toBe(true);
  expect(found.filter(({ buyer }) => buyer === "final_consumer")).toHaveLength(1);
  expect(found.flatMap(({ products }) => products.map(({ title, rateBasisPoints }) => [title, rateBasisPoints]))).toEqual(
    expect.arrayContaining([
      ["Libro de cocina", 0],
      ["Té viejo", 1200],
    ]),
  );
  expect(await everythingElse()).toEqual(untouched);
  await product.s.linkLocation(warehouse.id, { establishment: null, emissionPoint: null, originAddress: null });
  console.info(`${expected.size} orders in ${seconds.toFixed(1)} s: ${(expected.size / seconds).toFixed(1)} a second`);
  expect(expected.size / seconds, "300 orders a minute").toBeGreaterThan(5);
});

test("the report says how many of each, the taxes beside Shopify's, and what to confirm; the table has every order", async () => {
  const { report, run, isOutdated, tableUrl, looked, months } = await page();
  expect({ state: run?.state, isOutdated, looked, first: months[0] }).toEqual({
    state: "ended",
    isOutdated: false,
    looked: [last],
    first: last,
  });
  const { causes, taxes, products, ...sums } = report!;
  const kinds = Object.values(EVERY_KIND);
  expect(Object.fromEntries(causes.map(({ code, count }) => [code, count]))).toEqual({
    null: EVERYDAY + kinds.filter(({ code }) => code === null).length,
    ...Object.fromEntries(kinds.flatMap(({ code }) => (code === null ? [] : [[code, 1]]))),
  });
  expect(sums).toMatchObject({ orders: EVERYDAY + kinds.length, differing: 0, finalConsumers: 1, moreProducts: 0 });
  expect(sums.documentsMinor).toBe(sums.ordersMinor);
  expect(sums.gateways).toEqual([]);
  const [general, zero] = taxes;
  expect([general, zero]).toMatchObject([{ rateBasisPoints: 1500 }, { rateBasisPoints: 0, taxMinor: 0, chargedMinor: 0 }]);
  expect(taxes.every(({ taxMinor, chargedMinor }) => Math.abs(taxMinor - chargedMinor) <= sums.documents)).toBe(true);
  expect(causes.find(({ code }) => code === "fiscal_data_missing")!.examples).toMatchObject([
    { params: { limit: "50.00" }, currency: "USD" },
  ]);
  expect(products).toMatchObject([
    { title: "Libro de cocina", rateBasisPoints: 0, count: 1 },
    { title: "Té viejo", rateBasisPoints: 1200 },
  ]);
  const answer = await fetch(`${tableUrl}?locale=en`);
  expect(answer.headers.get("content-disposition")).toContain(`shadow-${last}.csv`);
  const lines = (await answer.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(EVERYDAY + kinds.length + 1);
  expect(lines.filter((line) => line.includes("tax_rate_expired"))).toEqual([expect.stringContaining("Would be held") as string]);
  expect((await fetch(`${tableUrl!.slice(0, -2)}xx`)).status).toBe(404);
});

test("it is the set-up's last step until last month was looked at, and again after a setting changed", async () => {
  expect(await isOffered()).toBe(false);
  await product.commands.saveTaxRule({ shopId: product.shop.id, actor: "merchant:1", rule: { tag: "libros", category: "iva:0" } });
  expect([await isOffered(), (await page()).isOutdated]).toEqual([true, true]);
  await product.commands.removeTaxRule({ shopId: product.shop.id, actor: "merchant:1", rule: { tag: "libros" } });
  await start(last!);
  await ended(last!);
  expect([await isOffered(), (await page()).isOutdated]).toEqual([false, false]);
});

test("a worker killed in the middle: another goes on from there, and every order is looked at once", async () => {
  const names: string[] = [];
  for (let n = 0; n < 70; n += 1) names.push((await placeAt(instant(before!, n * 10), anEverydayOrder(n))).name);
  const count = async () => (await results(before!)).length;
  await start(before!);
  await until("the first page", async () => (await count()) > 10, 60_000);
  await product.stack.kill("worker");
  const then = await count();
  expect(then).toBeLessThan(70);
  await product.stack.restart("worker");
  expect(await ended(before!)).toMatchObject({ state: "ended" });
  const found = await results(before!);
  expect(found.filter(({ name }) => names.includes(name)).map(({ name, outcome }) => [name, outcome])).toEqual(
    names.map((name) => [name, "would_issue"]),
  );
});

test("before there is a certificate a throw-away one signs and the run says why; a month that isn't over is refused", async () => {
  await product.rows(`UPDATE "Certificate" SET active = false`);
  await start(last!);
  const run = await ended(last!);
  await product.rows(`UPDATE "Certificate" SET active = true`);
  expect(run).toMatchObject({ state: "ended", certificateProblem: { code: "certificate_missing" } });
  expect((await results(last!)).filter(({ outcome }) => outcome === "would_issue").length).toBeGreaterThan(EVERYDAY);
  const [current] = fullMonths(new Date(product.ports.clock.now().getTime() + 32 * 24 * HOUR), product.shop.timeZone, 1);
  await expect(start(current!)).rejects.toMatchObject({ code: "month_not_over" });
});
