import { performance } from "node:perf_hooks";
import type { Stack } from "../../scripts/stack.ts";
import { atRate, oneByOne, type Latencies } from "../load.ts";
import type { Row } from "../row.ts";

/** Three thousand a minute: from there on Shopify waits three seconds at most. */
const LOAD = { perSecond: 50, seconds: 20 };
const CITIES = ["Quito", "Guayaquil", "Cuenca", "Sto. Domingo", "Guayakil", "Cumbaya, Quito", "Ambato", "Manta"];

const bodyOf = (n: number) =>
  JSON.stringify({
    rate: {
      origin: { country: "EC" },
      destination: {
        country: "EC",
        city: CITIES[n % CITIES.length],
        postal_code: n % 3 === 0 ? "170135" : null,
        province: null,
        address1: `Calle ${n}`,
      },
      items: [{ name: "Café", quantity: 1, grams: 500, price: 850 }],
      currency: "USD",
      locale: "es",
    },
  });

const rowOf = (row: Pick<Row, "name" | "value" | "goal" | "baseline" | "note">): Row => ({ unit: "ms", better: "lower", ...row });

async function ask(url: string, n: number): Promise<unknown[] | null> {
  const answer = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: bodyOf(n) });
  return answer.ok ? ((await answer.json()) as { rates: unknown[] }).rates : null;
}

/** The rate request with the demo's few zones, then with 1,000 drawn ones of 200 points each and 500 by names. */
export async function rates(stack: Stack, url: string): Promise<Row[]> {
  const answered = async (n: number) => (await ask(url, n)) !== null;
  const empty = async () => (await fetch(`${stack.urls.app}/healthz`)).ok;
  await oneByOne(100, answered);
  const bare = await atRate({ ...LOAD, request: empty });
  const few = await atRate({ ...LOAD, request: answered });
  // Reads the stack's settings, which are there only now.
  const { manyZones } = await import("../zones.ts");
  const count = await manyZones(1000, 500);
  const began = performance.now();
  await ask(url, 0);
  const first = performance.now() - began;
  await oneByOne(100, answered);
  const bareAgain = await atRate({ ...LOAD, request: empty });
  const many = await atRate({ ...LOAD, request: async (n) => ((await ask(url, n))?.length ?? 0) > 0 });
  const baseline = { name: "empty route p99", value: bare.p99 };
  const again = { ...baseline, value: bareAgain.p99 };
  return [
    rowOf({ name: "carrier rates, p99 at 50/s", value: few.p99, goal: 20, baseline, note: noteOf(few, bare) }),
    rowOf({ name: `the same of ${count} zones`, value: many.p99, goal: 20, baseline: again, note: noteOf(many, bareAgain) }),
    rowOf({ name: "a shop's first rates of as many zones", value: first, goal: 500, baseline }),
  ];
}

const noteOf = ({ p50, p95, failures }: Latencies, bare: Latencies): string =>
  `p50 ${p50.toFixed(1)} (empty ${bare.p50.toFixed(1)}), p95 ${p95.toFixed(1)}${failures > 0 ? `, ${failures} REFUSED` : ""}`;
