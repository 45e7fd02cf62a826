import type { DeliveryState } from "~/domain/delivery/states";
import type { Hindrance } from "~/domain/dispatch/run";
import type { Say } from "./words";

/** Setting out, the first time or again; says so where nothing can be done any more. */
export function StartPanel({ state, hindrance, t }: { state: DeliveryState; hindrance: Hindrance | null; t: Say }) {
  if (state === "cancelled" || state === "returned") return <p className="note bad">{t("closed")}</p>;
  if (state !== "assigned" && state !== "attempt_failed") return null;
  if (hindrance) return <p className="note">{t(`problem.${hindrance}`)}</p>;
  return (
    <form method="post" className="panel">
      <input type="hidden" name="intent" value="start" />
      <p className="hint">{t("startHint")}</p>
      <button className="button main">{t(state === "assigned" ? "start" : "again")}</button>
    </form>
  );
}
