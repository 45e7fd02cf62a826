// Figures against their goals, each beside something bare measured in the same run, so that they mean something on a noisy machine.
import { parseArgs } from "node:util";
import { Explained, fail, step } from "../scripts/progress.mjs";
import { inProject } from "../scripts/root.ts";
import { startStack, type Stack } from "../scripts/stack.ts";
import { isMet, table, type Row } from "./row.ts";
import { assignment } from "./rows/assignment.ts";
import { chain } from "./rows/chain.ts";
import { courierCamera } from "./rows/courier-camera.ts";
import { courierPage } from "./rows/courier-page.ts";
import { courierPhotos } from "./rows/courier-photos.ts";
import { courierScript } from "./rows/courier-script.ts";
import { courierSync } from "./rows/courier-sync.ts";
import { bareInsert, webhooks } from "./rows/endpoints.ts";
import { memory } from "./rows/memory.ts";
import { preview } from "./rows/preview.ts";
import { print } from "./rows/print.ts";
import { rates } from "./rows/rates.ts";
import { rehearsal } from "./rows/rehearsal.ts";
import { signing } from "./rows/signing.ts";
import { tours } from "./rows/tours.ts";
import { zoneRates } from "./rows/zone-rates.ts";

/** The address Shopify calls for rates: only its own record of the carrier service has the secret. */
async function ratesUrl({ env }: Stack): Promise<string> {
  Object.assign(process.env, env);
  const { ports } = await import("../app/composition.server.ts");
  const shop = await ports.store.shopByDomain("demo.myshopify.com");
  return ports.links.carrierRatesUrl(ports.links.tokenOf(shop!, `carrier-rates:${shop!.id}`));
}

type Report = typeof step;
type Alone = { needsStack: false; rows: (report: Report) => Promise<Row[]> };
type OnStack = { needsStack: true; rows: (report: Report, stack: Stack) => Promise<Row[]> };
type Group = Alone | OnStack;
const alone = (label: string, rows: () => Promise<Row | Row[]>): Alone => ({
  needsStack: false,
  rows: async (report) => [await report(label, rows)].flat(),
});

/** In the table's order; what needs no stack runs before one is started, so that nothing stands beside it. */
const GROUPS: Record<string, Group> = {
  signing: alone("Signing", signing),
  print: alone("Printing", print),
  assignment: alone("Assigning a day's orders at once", assignment),
  rehearsal: alone("Rehearsing a zone on a month of orders", rehearsal),
  preview: alone("Previewing the largest zones", preview),
  memory: alone("Memory of 100,000 documents", memory),
  tours: alone("Tours", tours),
  "courier-script": alone("The phone's program", courierScript),
  "zone-rates": alone("The function at checkout", zoneRates),
  rates: {
    needsStack: true,
    rows: async (report, stack) => {
      const url = await ratesUrl(stack);
      return report("Carrier rates", () => rates(stack, url));
    },
  },
  chain: { needsStack: true, rows: (report, stack) => report("From the photo to the mail", () => chain(stack)) },
  webhooks: {
    needsStack: true,
    rows: async (report, stack) => {
      const insert = await report("Bare INSERT", () => bareInsert(stack));
      return [await report("Webhooks", () => webhooks(stack, insert))];
    },
  },
  "courier-page": { needsStack: true, rows: (report, stack) => report("The courier's page on a slow phone", () => courierPage(stack)) },
  "courier-camera": { needsStack: true, rows: async (report, stack) => [await report("A photo on the phone", () => courierCamera(stack))] },
  "courier-photos": { needsStack: true, rows: (report, stack) => report("A fleet's photos", () => courierPhotos(stack)) },
  "courier-sync": { needsStack: true, rows: (report, stack) => report("A fleet back in signal", () => courierSync(stack)) },
};

const USAGE = `npm run bench -- [--only GROUP[,GROUP]] [--json]
  groups: ${Object.keys(GROUPS).join(", ")}`;

function chosen(only: string | undefined): Group[] {
  const names = only?.split(",") ?? Object.keys(GROUPS);
  const unknown = names.find((name) => !Object.hasOwn(GROUPS, name));
  if (unknown !== undefined) throw new Explained(`There is no group "${unknown}".\n\n${USAGE}`);
  return names.flatMap((name) => GROUPS[name] ?? []);
}

async function withStack(report: Report, measure: (stack: Stack) => Promise<Row[]>): Promise<Row[]> {
  const env = { SEED_DAILY_CAPACITY: "1000000", LOG_LEVEL: "warn" };
  const stack = await startStack({ dataDir: inProject(".data", "bench"), fresh: true, report, env });
  try {
    return await measure(stack);
  } finally {
    await stack.stop();
  }
}

async function measure(groups: Group[], report: Report): Promise<Row[]> {
  const rows: Row[] = [];
  for (const group of groups) if (!group.needsStack) rows.push(...(await group.rows(report)));
  const others = groups.filter((group) => group.needsStack);
  if (others.length === 0) return rows;
  const theirs = await withStack(report, async (stack) => {
    const all: Row[] = [];
    for (const group of others) all.push(...(await group.rows(report, stack)));
    return all;
  });
  return [...rows, ...theirs];
}

const quietly = (async (_label: string, work: () => unknown) => work()) as typeof step;

try {
  const { values } = parseArgs({
    options: { json: { type: "boolean", default: false }, only: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) console.log(USAGE);
  else {
    const rows = await measure(chosen(values.only), values.json ? quietly : step);
    const marked = rows.map((row) => ({ ...row, met: isMet(row) }));
    console.log(values.json ? JSON.stringify(marked, null, 2) : `\n${table(rows)}`);
    if (!rows.every(isMet)) process.exitCode = 1;
  }
} catch (error) {
  fail(error);
}
// The database's pools would keep this process.
process.exit();
