import { readSettings } from "./settings.ts";
import { startSandbox } from "./sandbox.ts";

export { startSandbox } from "./sandbox.ts";

async function main(): Promise<void> {
  const sandbox = await startSandbox(readSettings(process.env));
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stdout.write(
    `${JSON.stringify({ event: "sandbox.ready", url: sandbox.url, port: sandbox.port, smtpPort: sandbox.smtpPort, pid: process.pid })}\n`,
  );
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await main();
