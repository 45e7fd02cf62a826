import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Explained, fail, step } from "./progress.mjs";
import { inProject } from "./root.ts";
import { PortTaken, startStack, type Stack } from "./stack.ts";

const FLAGS = { web: "--port", sandbox: "--sandbox-port", smtp: "--smtp-port", worker: "--worker-port" };

const USAGE = `npm run demo -- [--port N] [--sandbox-port N] [--smtp-port N] [--fresh] [--no-build]
  --port, --sandbox-port, --smtp-port   other ports than 3000, 4000 and 4025; "auto" takes a free one
  --fresh                               begin with an empty database
  --no-build                            take the build that is there`;

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = { port: text, "sandbox-port": text, "smtp-port": text, fresh: flag, "no-build": flag, help: flag };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Explained(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function portFrom(given: string | undefined, usual: number): number | undefined {
  if (given === "auto") return undefined;
  const port = Number(given ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Explained(`"${given}" is no port: give a number from 1 to 65535, or "auto".`);
  return port;
}

const defined = <T extends object>(values: T) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Couriers' links, as the seed has left them: courier's name → address. */
function courierLinks(stack: Stack): [string, string][] {
  const file = path.join(stack.dataDir, "links.json");
  if (!existsSync(file)) return [["", `${stack.urls.admin} → couriers`]];
  return Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
}

function show(stack: Stack): void {
  const { store, admin, inbox } = stack.urls;
  const rows = [
    ["Store", store],
    ["Admin", admin],
    ...courierLinks(stack).map(([name, url]) => [`Courier ${name}`.trim(), url]),
    ["Inbox", inbox],
  ];
  console.log(`\nBIMCommerce is running. Open:\n\n${rows.map(([label, url]) => `  ${label!.padEnd(26)} ${url}`).join("\n")}\n`);
  console.log(`Logs: ${path.relative("", path.join(stack.dataDir, "logs"))}   Stop: Ctrl-C\n`);
}

const interruption = new AbortController();
const interrupted = new Promise<undefined>((done) => interruption.signal.addEventListener("abort", () => done(undefined)));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interruption.abort(new Explained("Interrupted.")));

async function demo(): Promise<void> {
  const given = readArguments();
  if (given.help) return console.log(USAGE);
  const ports = defined({
    web: portFrom(given.port, 3000),
    sandbox: portFrom(given["sandbox-port"], 4000),
    smtp: portFrom(given["smtp-port"], 4025),
  });
  const options = { fresh: given.fresh, build: !given["no-build"], report: step, signal: interruption.signal };
  const stack = await startStack({ dataDir: inProject(".data", "demo"), ports, ...options });
  show(stack);
  const death = await Promise.race([stack.died, interrupted]);
  await step("Stopping", () => stack.stop());
  if (!death) return;
  const how = death.exit.signal ? `was ended by ${death.exit.signal}` : `ended with code ${death.exit.code}`;
  throw new Explained(`The ${death.name} process ${how}. Its last words:\n${death.lastWords}\n\n(whole log: ${death.logFile})`);
}

try {
  await demo();
} catch (error) {
  if (!(error instanceof PortTaken)) fail(error);
  else
    fail(
      new Explained(
        `${error.message}\nChoose another one: npm run demo -- ${FLAGS[error.part]} ${error.port + 100} (or "auto" for any free one)`,
      ),
    );
}
