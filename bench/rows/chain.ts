import { playOn, setStage } from "../../scripts/story/play.ts";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { eventsOf } from "../../scripts/story/events.ts";
import type { Stack } from "../../scripts/stack.ts";
import { oneByOne, percentiles } from "../load.ts";
import type { Row } from "../row.ts";

const ORDERS = 30;
const WARM_UP = 5;

/** From the courier's confirmation to the mail accepted, one order after the other; the authority's part is what its answer took. */
export async function chain(stack: Stack): Promise<Row[]> {
  const stage = await setStage(stack);
  const whole: number[] = [];
  const own: number[] = [];
  const authority: number[] = [];
  for (let n = 0; n < WARM_UP + ORDERS; n++) {
    const body = sampleOrder(n);
    const placed = await stage.world.placeOrder(body);
    const { ms } = await playOn(stage, body, placed, n);
    if (n < WARM_UP) continue;
    const theirs = await authorityMs(stack, placed.id);
    whole.push(ms);
    authority.push(theirs);
    own.push(ms - theirs);
  }
  const baseline = { name: "three empty HTTP round trips, p95", value: (await emptyRoundTrips(stack)) * 3 };
  const row = (name: string, values: number[], goal: number | null): Row => ({
    name,
    value: percentiles(values).p95,
    unit: "ms",
    goal,
    better: "lower",
    baseline,
    note: `p50 ${percentiles(values).p50.toFixed(0)} ms, ${ORDERS} orders`,
  });
  return [
    row("photo confirmed → authorised and mailed, p95", whole, 2000),
    row("  our own share, p95", own, 1000),
    row("  the authority's share, p95", authority, null),
  ];
}

/** Between "sent" and "authorised" the authority has the word. */
async function authorityMs(stack: Stack, orderGid: string): Promise<number> {
  const events = await eventsOf(stack.urls.database, orderGid);
  const at = (to: string) => new Date(events.find((event) => event.type === "document" && event.to === to)!.at).getTime();
  return at("authorised") - at("sent");
}

async function emptyRoundTrips(stack: Stack): Promise<number> {
  const ask = () => fetch(`${stack.urls.sandbox}/sandbox/faults`).then((answer) => answer.text());
  return (await oneByOne(50, ask)).p95;
}
