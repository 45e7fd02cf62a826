import { afterEach, beforeAll, expect, test } from "vitest";
import { aProduct, type Product } from "../support/product.ts";

let product: Product;
beforeAll(async () => {
  product = await aProduct("clock");
  return product.stop;
});
afterEach(async () => void (await product.clock()));

const DAY = 86_400_000;
/** dd/mm/aaaa in Ecuador. */
const ecuadorianDay = (instant: Date) =>
  new Date(instant.getTime() - 5 * 3_600_000).toISOString().slice(0, 10).split("-").reverse().join("/");

async function invoiced() {
  const { gid } = await product.place();
  await product.deliver(gid);
  const { accessKey } = await product.finished(gid);
  return { gid, ...(await product.world.document(accessKey!)) };
}

async function followers(): Promise<string[]> {
  const answer = await fetch(`${product.stack.urls.sandbox}/sandbox/clock`);
  return ((await answer.json()) as { followers: string[] }).followers.map((name) => name.split("-")[0]!).sort();
}

test("a day later the invoice bears tomorrow's date, and the authority that judges it agrees", async () => {
  const before = Date.now();
  const now = await product.clock({ advance: "P1D" });
  expect(now.getTime() - before).toBeGreaterThanOrEqual(DAY);
  const { gid, xml, ...onFile } = await invoiced();
  const tomorrow = ecuadorianDay(now);
  expect(xml).toContain(`<fechaEmision>${tomorrow}</fechaEmision>`);
  expect(onFile).toMatchObject({ type: "factura", state: "AUTORIZADO", accessKey: expect.stringMatching(tomorrow.replaceAll("/", "")) });
  // Told by both: the web process, which took the courier's report, and the worker.
  for (const { at } of await product.events(gid)) expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
  expect(Date.parse(onFile.registeredAt)).toBeGreaterThanOrEqual(now.getTime());
});

test("every process has the time: web, worker and who joins them; back in real time an invoice bears today's date", async () => {
  expect(await followers()).toEqual(["test", "web", "worker"]);
  await product.clock({ set: "2031-12-31T23:50:00-05:00" });
  expect(product.ports.clock.now().toISOString()).toMatch(/^2032-01-01T04:5/);
  const now = await product.clock();
  expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(5_000);
  expect((await invoiced()).xml).toContain(`<fechaEmision>${ecuadorianDay(now)}</fechaEmision>`);
});

test("a worker that starts later begins with the moved time", async () => {
  const now = await product.clock({ advance: "P2D" });
  await product.stack.kill("worker");
  await product.stack.restart("worker");
  expect((await invoiced()).xml).toContain(`<fechaEmision>${ecuadorianDay(now)}</fechaEmision>`);
});

test("a sandbox that was killed comes back in the moved time, and is followed again", async () => {
  const now = await product.clock({ advance: "P3D" });
  await product.stack.kill("sandbox");
  expect(product.ports.clock.now().getTime()).toBeGreaterThanOrEqual(now.getTime());
  await product.stack.restart("sandbox");
  await expect.poll(followers, { timeout: 10_000 }).toEqual(["test", "web", "worker"]);
  expect((await product.clock({ advance: "P1D" })).getTime()).toBeGreaterThanOrEqual(now.getTime() + DAY);
  expect(product.ports.clock.now().getTime()).toBeGreaterThanOrEqual(now.getTime() + DAY);
});

test("what could be invoiced only days after the delivery waits for the accountant, and bears the day that was chosen", async () => {
  const { gid } = await product.place({
    fiscalData: undefined,
    lines: [{ title: "Canasta", quantity: 2, price: "40.00" }],
  });
  await product.deliver(gid);
  const { id: documentId, orderId } = await product.waitsUnder("fiscal_data_missing", gid);
  const now = await product.clock({ advance: "P5D" });
  const whose = { shopId: product.shop.id, actor: "merchant:1" };
  const fiscalData = {
    schemaVersion: 1,
    country: "EC",
    idType: "cedula",
    idNumber: "1714307103",
    legalName: "María Núñez",
    email: "maria@example.com",
  } as const;
  await product.commands.saveFiscalData({ ...whose, orderId: orderId!, fiscalData });
  await product.waitsUnder("late_sync", gid);
  await product.commands.chooseIssueDate({ ...whose, documentId, choice: "today" });
  const { accessKey, issueDate } = await product.finished(gid);
  expect(issueDate!.split("-").reverse().join("/")).toBe(ecuadorianDay(now));
  expect((await product.world.document(accessKey!)).xml).toContain(`<fechaEmision>${ecuadorianDay(now)}</fechaEmision>`);
});
