import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/**
 * Microseconds of processor time a call, of several kinds of work by turns: what else the machine does then falls on all alike. The lower
 * quartile of the rounds counts. The work must be synchronous or be awaited one by one.
 */
export async function microsecondsEach<Name extends string>(
  works: Record<Name, { calls: number; work: () => unknown }>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const { calls, work } = works[name];
      // One kind's garbage is not another's to sweep up: the collector's threads count as processor time too. Afterwards the code has to
      // get warm again.
      collectGarbage();
      for (let call = 0; call < calls; call++) await work();
      const began = process.cpuUsage();
      for (let call = 0; call < calls; call++) await work();
      const { user, system } = process.cpuUsage(began);
      taken.get(name)?.push((user + system) / calls);
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, lowerQuartile(times)])) as Record<Name, number>;
}

const lowerQuartile = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
