import { FAILURE_REASONS } from "~/domain/delivery/states";
import { usePhoneProgram } from "../phone-port";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { PhotoStrip } from "./photo-strip";
import { PositionField } from "./position-field";
import { positionOf, textOf, useDraft } from "./use-draft";
import { useShots } from "./use-shots";

type Props = { stop: StopView; list: string; serverId: string; isOpen: boolean; t: Say };

/** Folded away: it is the exception. */
export function FailForm({ stop, list, serverId, isOpen, t }: Props) {
  const shots = useShots(usePhoneProgram(), stop.deliveryId);
  const { phone, isBusy, onSubmit } = useDraft(list, (form) => ({
    kind: "fail",
    deliveryId: stop.deliveryId,
    reason: FAILURE_REASONS.find((known) => known === form.get("reason")) ?? "other",
    note: textOf(form, "note") || null,
    shots: shots.chosen,
    position: positionOf(form),
  }));
  const isUndecided = shots.shots.length > 0 && !shots.isReady;
  return (
    <details className="panel" open={isOpen}>
      <summary>{t("fail.title")}</summary>
      <form method="post" encType="multipart/form-data" onSubmit={onSubmit} aria-busy={isBusy}>
        <input type="hidden" name="intent" value="fail" />
        <input type="hidden" name="reportId" value={serverId} />
        <fieldset disabled={isBusy}>
          <fieldset className="choices">
            <legend>{t("fail.reason")}</legend>
            {FAILURE_REASONS.map((reason) => (
              <label key={reason}>
                <input type="radio" name="reason" value={reason} required />
                {t(`reason.${reason}`)}
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label htmlFor="note">{t("fail.note")}</label>
            <textarea id="note" name="note" rows={2} maxLength={200} />
          </div>
          {phone && <PhotoStrip shots={shots} isWanted={false} t={t} />}
          <PositionField t={t} />
        </fieldset>
        <button className="button danger" disabled={isBusy || isUndecided}>
          {t("fail.submit")}
        </button>
      </form>
    </details>
  );
}
