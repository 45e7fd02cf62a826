import { beforeAll, expect, test } from "vitest";
import { CASES, type Case } from "../support/authority-faults.ts";
import { authorityCases, inTurns, type Outcome } from "../support/authority-cases.ts";
import { aProduct, DEMO, type Product } from "../support/product.ts";

/**
 * The table {what the authority does} × {when}: each document ends authorised once, or is held with the right next step and ends so after it;
 * it is asked for before it is sent again; no number is lost or used twice. All cells run at once, each on an order of its own.
 */
const AT_ONCE = 48;
let product: Product;
let results: Map<Case, Promise<Outcome>>;
const isBulk = ({ moment }: Case): boolean => moment.again === "in bulk";

beforeAll(async () => {
  product = await aProduct("faults");
  const cases = authorityCases(product);
  await product.post(`/sandbox/shops/${DEMO}`, { plan: "plus" });
  await product.rows(`UPDATE "Courier" SET "dailyCapacity" = 1000`);
  await product.commands.chooseGuides({ shopId: product.shop.id, actor: "merchant:Lucía", setting: "on", firstNumber: null });
  // A bulk retry takes on whatever is held: it comes before the others are.
  const bulk = inTurns(CASES.filter(isBulk), AT_ONCE, cases.begin);
  await Promise.allSettled(bulk.values());
  await cases.again();
  results = inTurns(CASES, AT_ONCE, async (one) => cases.end(one, await (bulk.get(one) ?? cases.begin(one))));
  return async () => {
    await cases.stop();
    await product.stop();
  };
}, 300_000);

const knownOf = (accessKey: string | null) => product.world.document(accessKey!);

test.each(CASES)(
  "$name",
  async (one) => {
    const { held, document } = await results.get(one)!;
    const expected = one.fault.held;
    expect(held?.attention ?? null).toEqual(
      expected && {
        code: expected.under,
        params: expect.objectContaining(expected.code ? { code: expected.code, country: "EC" } : { number: held?.number }) as object,
      },
    );
    if (expected) expect(document.number === held?.number ? "same number" : "next number").toBe(expected.next);
    expect(await knownOf(document.accessKey)).toMatchObject({ state: "AUTORIZADO", number: document.number });
  },
  200_000,
);

test("asked before it is sent again: no key is sent twice in a row", () => {
  const contentOf = ({ name, body }: { name: string; body: string }) =>
    name.startsWith("Recepcion") ? Buffer.from(/<xml>(.*?)<\/xml>/s.exec(body)![1]!, "base64").toString("utf8") : body;
  const byKey = new Map<string, string>();
  for (const call of product.wires.authority.calls) {
    const key = /<(?:claveAcceso|claveAccesoComprobante)>(\d{49})</.exec(contentOf(call))![1]!;
    byKey.set(key, (byKey.get(key) ?? "") + call.name[0]!);
  }
  expect(byKey.size).toBeGreaterThanOrEqual(CASES.length);
  expect([...byKey].filter(([, calls]) => calls.includes("RR"))).toEqual([]);
});

test("each key is authorised once and each number by one document; the numbers run on without a gap but for those given up", async () => {
  const authorised = (await product.world.documents()).filter(({ state }) => state === "AUTORIZADO");
  const numbers = authorised.map(({ type, number }) => `${type} ${number}`);
  expect(new Set(numbers).size).toBe(numbers.length);
  const rows = await product.rows<{ documentType: string; accessKey: string; state: string; sequence: number; next: number }>(
    `SELECT s."documentType", d."accessKey", d.state, d.sequence, s."nextNumber" AS next
     FROM "FiscalDocument" d JOIN "Series" s ON s."shopId" = d."shopId" AND s.id = d."seriesId"`,
  );
  const ours = rows.filter(({ state }) => state !== "voided").map(({ accessKey }) => accessKey);
  expect(authorised.map(({ accessKey }) => accessKey).sort()).toEqual(ours.sort());
  for (const type of ["invoice", "credit_note", "dispatch_guide"]) {
    const [inSeries, givenUp] = [rows.filter(({ documentType }) => documentType === type), CASES.filter(isGivenUp(type)).length];
    expect(inSeries.length, type).toBeGreaterThan(0);
    expect(new Set(inSeries.map(({ sequence }) => sequence)).size, type).toBe(inSeries.length);
    expect(inSeries[0]!.next - 1, type).toBe(inSeries.length + givenUp);
  }
});

const isGivenUp =
  (type: string) =>
  ({ kind, fault: { held } }: Case): boolean =>
    kind === type && held?.under === "number_taken";
