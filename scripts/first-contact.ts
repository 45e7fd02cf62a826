// Ten orders against the real Shopify and SRI's test environment, and a report of every difference from the sandbox. See docs/first-contact.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { cleanUp } from "./first-contact/clean.ts";
import { joinWorld, type Choices } from "./first-contact/join.ts";
import { launchReal, launchSandbox, type Launched } from "./first-contact/launch.ts";
import { runProbes, type Result, type World } from "./first-contact/probe.ts";
import { PROBES } from "./first-contact/probes/index.ts";
import { redactor, type Redact } from "./first-contact/redact.ts";
import { makeReport, markdownOf, type Expected, type Report } from "./first-contact/report.ts";
import { TAG } from "./first-contact/test-orders.ts";
import { Explained, fail } from "./progress.mjs";
import { inProject } from "./root.ts";
import { sampleOrder } from "./story/sample-orders.ts";
import { worldAt } from "./story/world.ts";

const EXPECTED = inProject("scripts", "first-contact", "expected.json");

const USAGE = `npm run first-contact -- [--shop NAME.myshopify.com] [--p12 FILE] [--order NUMBER …] [--mail-to ADDRESS] [--wait SECONDS]
                         [--out DIR] [--env FILE] [--i-know] [--clean] | --sandbox [--record]
  --shop      the development store, when the app is installed in more than one
  --p12       the issuer's certificate; its password is read from FIRST_CONTACT_P12_PASSWORD
  --order     an order placed by hand in the store's checkout, to be looked at too
  --mail-to   where the invoices go (the shop's own address)
  --wait      how long webhooks and answers are waited for (90)
  --out       where report.json and report.md are written (.data/first-contact-report)
  --env       the settings (.env)
  --i-know    go on although the store is no development store
  --clean     cancel the orders of earlier runs (tag ${TAG}), and do nothing else
  --sandbox   against a sandbox of its own; --record keeps its answers as what is expected of the real world`;

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const many = { type: "string", multiple: true } as const;
  const options = {
    ...{ shop: text, p12: text, "mail-to": text, wait: text, out: text, env: text, order: many },
    ...{ "i-know": flag, clean: flag, sandbox: flag, record: flag, help: flag },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Explained(`${(error as Error).message}\n\n${USAGE}`);
  }
}
type Arguments = ReturnType<typeof readArguments>;

function choicesOf(given: Arguments): Choices {
  const waitSeconds = Number(given.wait ?? 90);
  if (!(waitSeconds > 0)) throw new Explained(`"${given.wait}" is no number of seconds.`);
  const orders = (given.order ?? []).map((name) => name.replace(/^#/, ""));
  const odd = orders.find((name) => !/^\d{1,12}$/.test(name));
  if (odd !== undefined) throw new Explained(`"${odd}" is no order number.`);
  const password = process.env.FIRST_CONTACT_P12_PASSWORD;
  if (given.p12 && password === undefined)
    throw new Explained("--p12 needs its password in FIRST_CONTACT_P12_PASSWORD (an argument would be seen by everybody on this machine).");
  const p12 = given.p12 ? { file: new Uint8Array(readFileSync(given.p12)), password: password ?? "" } : null;
  return {
    shop: given.shop,
    mailTo: given["mail-to"],
    waitSeconds,
    handMade: orders,
    p12,
    isSandbox: given.sandbox,
    iKnow: given["i-know"],
    cleans: given.clean,
  };
}

async function record(report: Report): Promise<void> {
  const failed = report.differences.find(({ severity }) => severity === "blocks");
  if (failed) throw new Explained(`Not recorded, because the run itself went wrong: ${failed.probe}: ${failed.seen}`);
  writeFileSync(EXPECTED, await format(JSON.stringify(report.shapes), { ...(await resolveConfig(EXPECTED)), parser: "json" }));
}

/** The sandbox's own checkout, used as a shopper would: what orders placed by hand are compared with. */
async function placeByHand(sandbox: string): Promise<string[]> {
  const placed = await Promise.all(Array.from({ length: 8 }, (_none, n) => worldAt(sandbox).placeOrder(sampleOrder(n))));
  return placed.map(({ name }) => name.replace("#", ""));
}

const readExpected = (): Expected => JSON.parse(readFileSync(EXPECTED, "utf8")) as Expected;

function leftBehind({ orders, isSandbox }: World): string[] {
  if (isSandbox || orders.length === 0) return [];
  return [
    `${orders.length} orders in the store, tagged ${TAG}: ${orders.map(({ name }) => name).join(", ")} (npm run first-contact -- --clean cancels them)`,
    "one customer of the store, with the address the mails went to",
    "the invoices of these orders in SRI's test environment (no legal value), their numbers used up in the test series, and the mails",
  ];
}

async function contact(given: Arguments, launched: Launched, secrets: string[]): Promise<Report | null> {
  const world = await joinWorld(choicesOf(given), launched, secrets);
  if (given.clean) {
    const left = await cleanUp(world.wire, (text) => console.log(text));
    if (left.length > 0) throw new Explained(`Not everything could be taken back:\n${left.join("\n")}`);
    return null;
  }
  if (given.sandbox) world.handMade.push(...(await placeByHand(launched.settings.SANDBOX_URL!)));
  const folder = path.resolve(given.out ?? inProject(".data", "first-contact-report"));
  mkdirSync(folder, { recursive: true });
  const expected = given.record ? {} : readExpected();
  const at = new Date();
  const write = (results: Result[], complete: boolean): Report => {
    const told = { at, isSandbox: world.isSandbox, complete, leftBehind: leftBehind(world) };
    const report = makeReport(results, PROBES, expected, redactor(secrets), told);
    writeFileSync(path.join(folder, "report.json"), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    writeFileSync(path.join(folder, "report.md"), markdownOf(report), { mode: 0o600 });
    return report;
  };
  // Written after every probe: whatever happens to this process, what was seen is there.
  const report = write(await runProbes(PROBES, world, (results) => write(results, false)), true);
  if (given.record) await record(report);
  console.log(`\nReport: ${path.relative("", path.join(folder, "report.md"))}`);
  return report;
}

function sayResult(report: Report): void {
  const count = (severity: string) => report.differences.filter((one) => one.severity === severity).length;
  const failed = report.probes.filter(({ state }) => state === "failed").length;
  console.log(
    `${report.differences.length} differences from the sandbox: ${count("blocks")} block, ${count("unknown")} unknown, ${count("cosmetic")} cosmetic; ${failed} probes failed.`,
  );
  if (count("blocks") + failed > 0) process.exitCode = 1;
}

/** The same error with nothing in it that must not be shown. */
function told(error: unknown, redact: Redact): Error {
  if (error instanceof Explained) return new Explained(redact(error.message));
  const bug = new Error("the run broke off");
  bug.stack = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return bug;
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given.help) return console.log(USAGE);
  if (given.record && !given.sandbox) throw new Explained("--record keeps what the sandbox answers: use it with --sandbox.");
  choicesOf(given); // what is wrong with the call is said before anything is started
  const secrets: string[] = [];
  const launched = given.sandbox ? await launchSandbox() : await launchReal(path.resolve(given.env ?? inProject(".env")));
  try {
    const report = await contact(given, launched, secrets);
    if (report) sayResult(report);
  } catch (error) {
    throw told(error, redactor(secrets));
  } finally {
    await launched.stop();
  }
}

await main().catch(fail);
// The database's pools and the queue of the joined app would keep this process.
process.exit();
