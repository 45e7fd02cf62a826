// The whole story, unattended: orders placed as shoppers would, delivered as couriers would, and the evidence left in a folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Explained, fail, step } from "./progress.mjs";
import { inProject } from "./root.ts";
import { startStack } from "./stack.ts";
import { failedRow, writeEvidence, type SummaryRow } from "./story/evidence.ts";
import { playOn, setStage, type Stage } from "./story/play.ts";
import { sampleOrder, type OrderBody } from "./story/sample-orders.ts";

const USAGE = `npm run story -- [--orders FILE] [--count N] [--out DIR]
  --orders FILE   JSON array of order bodies, as POST /sandbox/orders takes them (sandbox/shopify/README.md)
  --count N       that many generated orders instead (default 1)
  --out DIR       where the evidence goes (default story-out)`;

/** A small shop's couriers work side by side. */
const AT_ONCE = 3;

function readArguments() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { orders: text, count: text, out: text, help: { type: "boolean" } } });
  const count = Number(values.count ?? 1);
  if (!Number.isInteger(count) || count < 1) throw new Explained(`"${values.count}" is no number of orders.\n\n${USAGE}`);
  return { ...values, count, out: path.resolve(values.out ?? "story-out") };
}

function ordersFrom(file: string): OrderBody[] {
  const bodies: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(bodies) || bodies.length === 0) throw new Explained(`${file} holds no array of orders.`);
  return bodies as OrderBody[];
}

/** Plays all orders, a few at a time; the result of each, in the orders' sequence. */
async function playAll(stage: Stage, bodies: OrderBody[], out: string): Promise<SummaryRow[]> {
  const rows: SummaryRow[] = [];
  const waiting = bodies.entries();
  const worker = async () => {
    for (const [n, body] of waiting) rows[n] = await playOne(stage, body, n, out);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return rows;
}

async function playOne(stage: Stage, body: OrderBody, n: number, out: string): Promise<SummaryRow> {
  let name = `order ${n + 1} of the list`;
  try {
    const placed = await stage.world.placeOrder(body);
    name = placed.name;
    const row = await writeEvidence(stage, await playOn(stage, body, placed, n), out);
    console.log(`  ${name}  ${row.document}  ${row.total} ${row.currency}  ${row.zone}, ${row.courier}  ${row.ms} ms`);
    return row;
  } catch (error) {
    console.log(`  ${name}  FAILED: ${(error as Error).message}`);
    return failedRow(name, (error as Error).message);
  }
}

async function story(): Promise<void> {
  const given = readArguments();
  if (given.help) return console.log(USAGE);
  const bodies = given.orders ? ordersFrom(given.orders) : Array.from({ length: given.count }, (_none, n) => sampleOrder(n));
  rmSync(given.out, { recursive: true, force: true });
  mkdirSync(given.out, { recursive: true });
  const stack = await startStack({
    dataDir: inProject(".data", "story"),
    fresh: true,
    report: step,
    env: { SEED_DAILY_CAPACITY: "1000000" },
  });
  try {
    const rows = await playAll(await setStage(stack), bodies, given.out);
    writeFileSync(path.join(given.out, "summary.json"), JSON.stringify(rows, null, 2));
    const failed = rows.filter(({ state }) => state !== "delivered_to_buyer");
    console.log(
      `\n${rows.length - failed.length} of ${rows.length} orders ended in an authorised, mailed, written-back invoice. Evidence: ${path.relative("", given.out)}`,
    );
    if (failed.length > 0) throw new Explained(`Not so: ${failed.map(({ order, state }) => `${order} (${state})`).join("; ")}`);
  } finally {
    await stack.stop();
  }
}

try {
  await story();
} catch (error) {
  fail(error);
}
