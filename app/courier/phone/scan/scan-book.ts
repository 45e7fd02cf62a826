import type { Day } from "../../protocol";
import type { ScanPlace } from "../../phone-port";
import { meta, setMeta, type Store, type Writing } from "../store";

/** A parcel that a courier scanned, as the phone keeps it until a report takes it along. */
export type Scan = { courierId: string; deliveryId: string; number: number; where: ScanPlace };

const isSame = (a: Scan, b: Scan): boolean =>
  a.courierId === b.courierId && a.deliveryId === b.deliveryId && a.number === b.number && a.where === b.where;

/** On the phone when it resolves; the same parcel twice is once. */
export const keepScan = (store: Store, scan: Scan): Promise<void> =>
  store.write(async (writing) => {
    const kept = (await meta(writing, "scans")) ?? [];
    if (!kept.some((one) => isSame(one, scan))) await setMeta(writing, "scans", [...kept, scan]);
  });

type Of = Pick<Scan, "courierId" | "deliveryId" | "where">;
const isOf = (scan: Scan, { courierId, deliveryId, where }: Of): boolean =>
  scan.courierId === courierId && scan.deliveryId === deliveryId && scan.where === where;

/** The numbers of a delivery's parcels, the lowest first. */
export const numbersIn = (scans: readonly Scan[], of: Of): number[] =>
  scans
    .filter((scan) => isOf(scan, of))
    .map(({ number }) => number)
    .sort((a, b) => a - b);

/** A report takes them along: the next loading, or the next door, begins anew. */
export async function takeScans(writing: Writing, of: Of): Promise<number[]> {
  const kept = (await meta(writing, "scans")) ?? [];
  const taken = numbersIn(kept, of);
  if (taken.length > 0)
    await setMeta(
      writing,
      "scans",
      kept.filter((scan) => !isOf(scan, of)),
    );
  return taken;
}

/** Of what is on this courier's list no more, nothing is kept. */
export async function forgetScans(writing: Writing, { courier, pending }: Day): Promise<void> {
  const kept = (await meta(writing, "scans")) ?? [];
  const left = kept.filter((scan) => scan.courierId !== courier.id || pending.some(({ deliveryId }) => deliveryId === scan.deliveryId));
  if (left.length < kept.length) await setMeta(writing, "scans", left);
}
