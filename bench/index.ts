// Figures against their goals, each beside something bare measured in the same run, so that they mean something on a noisy machine.
import { parseArgs } from "node:util";
import { fail, step } from "../scripts/progress.mjs";
import { inProject } from "../scripts/root.ts";
import { startStack, type Stack } from "../scripts/stack.ts";
import { isMet, table, type Row } from "./row.ts";
import { chain } from "./rows/chain.ts";
import { bareInsert, emptyRoute, rates, webhooks } from "./rows/endpoints.ts";
import { signing } from "./rows/signing.ts";

/** The address Shopify calls for rates: only its own record of the carrier service has the secret. */
async function ratesUrl({ env }: Stack): Promise<string> {
  Object.assign(process.env, env);
  const { ports } = await import("../app/composition.server.ts");
  const shop = await ports.store.shopByDomain("demo.myshopify.com");
  return ports.links.carrierRatesUrl(ports.links.tokenOf(shop!, `carrier-rates:${shop!.id}`));
}

async function measure(stack: Stack, report: typeof step): Promise<Row[]> {
  const url = await ratesUrl(stack);
  const insert = await report("Bare INSERT", () => bareInsert(stack));
  const empty = await report("Empty route", () => emptyRoute(stack));
  return [
    await report("Carrier rates", () => rates(stack, url, empty)),
    ...(await report("From the photo to the mail", () => chain(stack))),
    await report("Webhooks", () => webhooks(stack, insert)),
    await report("Signing", signing),
  ];
}

const quietly = (async (_label: string, work: () => unknown) => work()) as typeof step;

try {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const report = values.json ? quietly : step;
  const stack = await startStack({
    dataDir: inProject(".data", "bench"),
    fresh: true,
    report,
    env: { SEED_DAILY_CAPACITY: "1000000", LOG_LEVEL: "warn" },
  });
  try {
    const rows = await measure(stack, report);
    console.log(
      values.json
        ? JSON.stringify(
            rows.map((row) => ({ ...row, met: isMet(row) })),
            null,
            2,
          )
        : `\n${table(rows)}`,
    );
    if (!rows.every(isMet)) process.exitCode = 1;
  } finally {
    await stack.stop();
  }
  process.exit();
} catch (error) {
  fail(error);
}
