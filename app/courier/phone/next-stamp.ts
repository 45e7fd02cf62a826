import type { Stamp } from "~/domain/phone-event/event";
import { stampOf, type Anchor, type Clocks } from "./stamp";
import { meta, setMeta, type Writing } from "./store";

/** The phone's next stamp: its counter goes on with whatever is told. */
export async function nextStamp(writing: Writing, clocks: Clocks, anchor: Anchor | null): Promise<Stamp> {
  const counter = ((await meta(writing, "counter")) ?? 0) + 1;
  await setMeta(writing, "counter", counter);
  return stampOf(counter, clocks, anchor, (await meta(writing, "serverTime")) ?? null);
}
