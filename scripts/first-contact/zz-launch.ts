import { buildIfChanged } from "../build.ts";
import { Explained, step } from "../progress.mjs";
import { inProject } from "../root.ts";
import { startStack } from "../stack.ts";
import { migrate } from "../stack/database.ts";
import { untilHealthy } from "../stack/health.ts";
import { freePorts } from "../stack/ports.ts";
import { StackProcess } from "../stack/process.ts";
import type { Settings } from "../stack/secrets.ts";
import { startRecorder, type Recorder } from "./recorder.ts";
import { realSettings } from "./settings.ts";

export type Launched = {
  /** For this process, which joins the app's. */
  settings: Settings;
  door: Recorder | null;
  authority: Recorder | null;
  /** SRI itself, not our recorder before it. */
  authorityUrl: string;
  stop: () => Promise<void>;
};

const isOurs = (path: string): boolean => path.startsWith("/webhooks/") || path.startsWith("/api/carrier-rates/");
const everything = () => true;

async function undoAll(undo: (() => Promise<void> | void)[]): Promise<void> {
  for (let last = undo.pop(); last; last = undo.pop()) await last();
}

/** A stack of its own, with a recorder at the app's door and one before the authority: what is recorded here is the reference. */
export async function launchSandbox(): Promise<Launched> {
  const [web, sandbox] = (await freePorts(2)) as [number, number];
  const undo: (() => Promise<void> | void)[] = [];
  const authorityUrl = `http://127.0.0.1:${sandbox}/tax-authorities/ec-sri`;
  try {
    const door = await startRecorder({ target: `http://127.0.0.1:${web}`, keep: isOurs });
    undo.push(() => door.close());
    const authority = await startRecorder({ target: authorityUrl, keep: everything, ownHost: true });
    undo.push(() => authority.close());
    const env = { APP_URL: door.url, EC_SRI_TEST_URL: authority.url };
    const stack = await startStack({
      dataDir: inProject(".data", "first-contact"),
      fresh: true,
      ports: { web, sandbox },
      env,
      report: step,
    });
    undo.push(() => stack.stop());
    return { settings: stack.env, door, authority, authorityUrl, stop: () => undoAll(undo) };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(new URL("/healthz", url), { signal: AbortSignal.timeout(10_000) })).status === 200;
  } catch {
    return false; // nobody there, or a tunnel without an app behind it
  }
};

/** The app that runs already (npm run dev); else one of our own at PORT, which the tunnel of APP_URL leads to. */
export async function launchReal(envFile: string): Promise<Launched> {
  const { settings, release } = await realSettings(envFile);
  const undo: (() => Promise<void> | void)[] = [release];
  try {
    await migrate(settings.DATABASE_URL!);
    const authorityUrl = settings.EC_SRI_TEST_URL!;
    if (await answers(settings.APP_URL!)) return { settings, door: null, authority: null, authorityUrl, stop: () => undoAll(undo) };
    const started = await startApp(settings, authorityUrl, undo);
    return { settings, ...started, authorityUrl, stop: () => undoAll(undo) };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

export async function startApp(
  settings: Settings,
  authorityUrl: string,
  undo: (() => Promise<void> | void)[],
): Promise<{ door: Recorder; authority: Recorder }> {
  await step("Building what has changed", buildIfChanged);
  const [port] = (await freePorts(1)) as [number];
  const authority = await startRecorder({ target: authorityUrl, keep: everything, ownHost: true });
  undo.push(() => authority.close());
  const app = new StackProcess(
    "web",
    {
      args: ["--enable-source-maps", inProject("build", "server.js")],
      env: { ...settings, ROLE: "all", PORT: String(port), EC_SRI_TEST_URL: authority.url },
      logs: inProject(".data", "first-contact-app", "logs"),
    },
    ({ lastWords }) => console.error(`the app has ended:\n${lastWords}`),
  );
  app.start();
  undo.push(() => app.stop());
  await untilHealthy({ url: `http://127.0.0.1:${port}/healthz`, process: app });
  const door = await startRecorder({ target: `http://127.0.0.1:${port}`, port: Number(settings.PORT ?? 3000), keep: isOurs });
  undo.push(() => door.close());
  if (!(await answers(settings.APP_URL!)))
    throw new Explained(
      `The app runs at port ${settings.PORT ?? 3000}, but ${new URL(settings.APP_URL!).origin} doesn't lead to it: start the tunnel (docs/first-contact.md).`,
    );
  return { door, authority };
}
