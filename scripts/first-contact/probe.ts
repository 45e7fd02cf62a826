import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { Recorder } from "./recorder.ts";
import type { TestOrder } from "./test-orders.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { NotPossible } from "./wait.ts";
import type { Wire } from "./wire.ts";

/** blocks: the product can't do its work with it. cosmetic: nothing depends on it. unknown: somebody has to look. */
export type Severity = "blocks" | "cosmetic" | "unknown";
export type Difference = { probe: string; expected: string; seen: string; severity: Severity; mend: string };
/** What a probe says by itself; the comparison of shapes comes on top. */
export type Finding = Omit<Difference, "probe" | "mend"> & { mend?: string };

export type Outcome = {
  /** Compared, by its shape, with what the sandbox gave. */
  facts?: unknown[];
  findings?: Finding[];
  /** Milliseconds or counts worth knowing; never compared. */
  measures?: Record<string, number>;
  notes?: string[];
};

export type PlacedOrder = TestOrder & { gid: string; name: string; placedAt: Date };

export type World = {
  ports: Ports;
  commands: typeof import("~/composition.server").commands;
  shop: Shop;
  wire: Wire;
  database: string;
  isSandbox: boolean;
  /** The app's own door and the authority's, when this run stands in front of them. */
  door: Recorder | null;
  authority: Recorder | null;
  authorityUrl: string;
  smtpUrl: string;
  appUrl: string;
  p12: { file: Uint8Array; password: string } | null;
  waitSeconds: number;
  mailTo: string;
  orders: PlacedOrder[];
  /** Orders placed by hand in the store's own checkout, by name. */
  handMade: string[];
  /** What must not leave this machine: filled as it becomes known. */
  hide: (...secrets: (string | null | undefined)[]) => void;
  say: (text: string) => void;
};

export type Probe = {
  name: string;
  /** What is tried, for the report's reader. */
  what: string;
  /** Where a difference found here would be mended, unless a rule of `mending.ts` knows better. */
  mend: string;
  /** Sees a part only of what the sandbox was asked for: what is not met this time is no difference. */
  partial?: boolean;
  /** Names of probes without whose success this one makes no sense. */
  needs?: string[];
  run: (world: World) => Promise<Outcome>;
};

export type Result = {
  probe: string;
  what: string;
  mend: string;
  state: "done" | "failed" | "skipped";
  error: string | null;
  ms: number;
  shape: Shape;
  findings: Finding[];
  measures: Record<string, number>;
  notes: string[];
};

async function runOne(probe: Probe, world: World, lacking: string | undefined): Promise<Result> {
  const started = performance.now();
  const base = { probe: probe.name, what: probe.what, mend: probe.mend, shape: {}, findings: [], measures: {}, notes: [] };
  if (lacking) return { ...base, state: "skipped", error: `needs ${lacking}`, ms: 0 };
  const ms = () => Math.round(performance.now() - started);
  try {
    const { facts = [], findings = [], measures = {}, notes = [] } = await probe.run(world);
    return { ...base, state: "done", error: null, ms: ms(), shape: shapeOf(...facts), findings, measures, notes };
  } catch (error) {
    return { ...base, state: error instanceof NotPossible ? "skipped" : "failed", error: reasonOf(error), ms: ms() };
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return error instanceof Response ? `answer ${error.status}` : String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
};

/** Runs the probes in order. One that fails fails alone, and takes those that need it along; `after` is told each result as it comes. */
export async function runProbes(probes: Probe[], world: World, after: (results: Result[]) => void): Promise<Result[]> {
  const results: Result[] = [];
  for (const probe of probes) {
    const lacking = probe.needs?.find((name) => results.find((result) => result.probe === name)?.state !== "done");
    world.say(`${probe.name}: ${probe.what}`);
    const result = await runOne(probe, world, lacking);
    results.push(result);
    if (result.state !== "done") world.say(`  ${result.state}: ${result.error}`);
    after(results);
  }
  return results;
}
