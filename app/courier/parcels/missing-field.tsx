import { missingOf, UNSCANNED_REASONS, type ToldParcels } from "~/domain/delivery/parcels";
import { Picks } from "../door/picks";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { parcelsOf } from "./find-parcel";

type Props = { stop: StopView; scanned: readonly number[]; isWanted: boolean; t: Say };

/** Which parcels were not scanned; where the shop wants them scanned, why not. Nothing where nobody scans. */
export function MissingField({ stop, scanned, isWanted, t }: Props) {
  const of = parcelsOf(stop);
  const missing = missingOf(of, scanned);
  if (missing.length === 0 || (!isWanted && scanned.length === 0)) return null;
  const words = t(of === 1 ? "parcels.notScanned" : "parcels.notScannedOf", { numbers: missing.join(", "), of });
  if (!isWanted) return <p className="note">{words}</p>;
  return (
    <div className="note warn">
      <Picks name="unscanned" legend={words} demand="must" options={UNSCANNED_REASONS} word={(code) => t(`unscanned.${code}`)} />
      <input type="hidden" name="parcels" value={of} />
    </div>
  );
}

/** What a report tells of parcels; which were scanned the phone fills in as it writes the report down. */
export function parcelsTold(stop: StopView, form: FormData): ToldParcels {
  return { scanned: [], of: parcelsOf(stop), because: UNSCANNED_REASONS.find((code) => code === form.get("unscanned")) ?? null };
}
