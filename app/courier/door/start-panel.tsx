import type { StopView } from "../protocol";
import type { Say } from "../words";
import { ProblemNote } from "../pages/problem-note";
import { MissingField, parcelsTold } from "../parcels/missing-field";
import { usePhoneProgram } from "../phone-port";
import { useDraft } from "./use-draft";

/** Setting out, the first time or again; says so where nothing can be done any more. */
export function StartPanel({ stop, list, isScanWanted, t }: { stop: StopView; list: string; isScanWanted: boolean; t: Say }) {
  const scanned = usePhoneProgram()?.scanned(stop.deliveryId, "loading") ?? [];
  const isLoading = stop.state === "assigned" && (isScanWanted || scanned.length > 0);
  // Whoever sets out to the door sets out with both halves of the exchange.
  const other = stop.exchange?.isToStart ? stop.exchange.deliveryId : null;
  const { isBusy, problem, onSubmit } = useDraft(
    list,
    (form) => ({
      ...{ kind: "start", deliveryId: stop.deliveryId, position: null },
      ...(isLoading && { parcels: parcelsTold(stop, form) }),
    }),
    { also: other === null ? null : { kind: "start", deliveryId: other, position: null } },
  );
  const { state, hindrance } = stop;
  if (state === "cancelled" || state === "returned") return <p className="note bad">{t("closed")}</p>;
  if (state !== "assigned" && state !== "attempt_failed") return null;
  if (hindrance) return <p className="note">{t(`problem.${hindrance}`)}</p>;
  return (
    <form method="post" className="panel" onSubmit={onSubmit} aria-busy={isBusy}>
      <input type="hidden" name="intent" value="start" />
      {other !== null && <input type="hidden" name="also" value={other} />}
      <p className="hint">{t("startHint")}</p>
      {isLoading && <MissingField stop={stop} scanned={scanned} isWanted={isScanWanted} t={t} />}
      {problem && <ProblemNote problem={problem} t={t} />}
      <button className="button main" disabled={isBusy}>
        {t(state === "assigned" ? "start" : "again")}
      </button>
    </form>
  );
}
