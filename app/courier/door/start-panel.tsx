import type { StopView } from "../protocol";
import type { Say } from "../words";
import { useDraft } from "./use-draft";

/** Setting out, the first time or again; says so where nothing can be done any more. */
export function StartPanel({ stop, list, t }: { stop: StopView; list: string; t: Say }) {
  const { isBusy, onSubmit } = useDraft(list, () => ({ kind: "start", deliveryId: stop.deliveryId, position: null }));
  const { state, hindrance } = stop;
  if (state === "cancelled" || state === "returned") return <p className="note bad">{t("closed")}</p>;
  if (state !== "assigned" && state !== "attempt_failed") return null;
  if (hindrance) return <p className="note">{t(`problem.${hindrance}`)}</p>;
  return (
    <form method="post" className="panel" onSubmit={onSubmit} aria-busy={isBusy}>
      <input type="hidden" name="intent" value="start" />
      <p className="hint">{t("startHint")}</p>
      <button className="button main" disabled={isBusy}>
        {t(state === "assigned" ? "start" : "again")}
      </button>
    </form>
  );
}
