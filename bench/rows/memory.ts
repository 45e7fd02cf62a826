import { runNode } from "../../scripts/tool.ts";
import { inProject } from "../../scripts/root.ts";
import type { Row } from "../row.ts";

export const FEW = 20_000;
export const MANY = 100_000;

/** What a process holds after so many documents, as it reports it itself. */
export type Held = { documents: number; rssMiB: number };

/** Whether anything is kept of a document that is done: a process of its own builds and signs, collects garbage and looks. */
export async function memory(): Promise<Row> {
  const output = await runNode(["--expose-gc", "--import", "tsx", inProject("bench", "rows", "memory-child.ts")]);
  const held = JSON.parse(output) as Held[];
  const at = (documents: number) => held.find((one) => one.documents === documents)?.rssMiB ?? Number.NaN;
  return {
    name: `memory after ${MANY} documents`,
    value: at(MANY),
    unit: "MiB",
    goal: Math.round(at(FEW) * 11) / 10,
    better: "lower",
    baseline: { name: `after ${FEW}; the goal is 1.1 × that`, value: at(FEW) },
    note: "resident after garbage collection, built and signed one after the other",
  };
}
