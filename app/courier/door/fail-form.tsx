import { useState } from "react";
import type { DoorReason } from "../door-rules";
import { ProblemNote } from "../pages/problem-note";
import { usePhoneProgram } from "../phone-port";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { FormPhoto } from "./form-photo";
import { PhotoStrip } from "./photo-strip";
import { PositionField } from "./position-field";
import { useTyped } from "./typed";
import { positionOf, textOf, useDraft } from "./use-draft";
import { useShots } from "./use-shots";

type Props = { stop: StopView; reasons: DoorReason[]; isGalleryAllowed: boolean; list: string; serverId: string; isOpen: boolean; t: Say };

/** Folded away: it is the exception. What the reason chosen asks for, and what comes next, is said at once. */
export function FailForm({ stop, reasons, isGalleryAllowed, list, serverId, isOpen, t }: Props) {
  const [chosen, setChosen] = useState<DoorReason | null>(null);
  const shots = useShots(usePhoneProgram(), stop.deliveryId);
  const [typedReason, typedNote] = [useTyped("reason"), useTyped("note")];
  const { phone, isBusy, problem, onSubmit } = useDraft(list, (form) => ({
    kind: "fail",
    deliveryId: stop.deliveryId,
    reason: textOf(form, "reason"),
    note: textOf(form, "note") || null,
    reattemptOn: textOf(form, "reattemptOn") || null,
    shots: shots.chosen,
    position: positionOf(form),
  }));
  const isPhotoMissing = phone !== null && chosen?.photo === "must" && shots.shots.length === 0;
  const isUndecided = shots.shots.length > 0 && !shots.isReady;
  return (
    <details className="panel" open={isOpen}>
      <summary className="danger">{t("fail.title")}</summary>
      <form method="post" encType="multipart/form-data" onSubmit={onSubmit} aria-busy={isBusy}>
        <input type="hidden" name="intent" value="fail" />
        <input type="hidden" name="reportId" value={serverId} />
        <fieldset disabled={isBusy}>
          <fieldset className="choices">
            <legend>{t("fail.reason")}</legend>
            {reasons.map((reason) => (
              <label key={reason.code}>
                <input
                  type="radio"
                  name="reason"
                  value={reason.code}
                  required
                  defaultChecked={typedReason === reason.code}
                  onChange={() => setChosen(reason)}
                />
                {reason.text}
              </label>
            ))}
          </fieldset>
          <Next reason={chosen} t={t} />
          <div className="field">
            <label htmlFor="note">{t("fail.note")}</label>
            <textarea id="note" name="note" rows={2} maxLength={200} defaultValue={typedNote} />
          </div>
          {phone ? (
            <PhotoStrip shots={shots} isGalleryAllowed={isGalleryAllowed} hint={t(hintOf(chosen))} t={t} />
          ) : (
            <FormPhoto isWanted={false} isGalleryAllowed={isGalleryAllowed} of="fail" t={t} />
          )}
          <PositionField t={t} />
        </fieldset>
        {problem && <ProblemNote problem={problem} t={t} />}
        <button className="button danger" disabled={isBusy || isUndecided || isPhotoMissing}>
          {t("fail.submit")}
        </button>
      </form>
    </details>
  );
}

const hintOf = (reason: DoorReason | null) =>
  reason?.photo === "must" ? "fail.photoMust" : reason?.photo === "asked" ? "fail.photoAsked" : "fail.photoHint";

/** What becomes of the parcel; where it is tried again, the day may be said. Without a script the day is asked for whatever the reason. */
function Next({ reason, t }: { reason: DoorReason | null; t: Say }) {
  const typed = useTyped("reattemptOn");
  return (
    <>
      <p className="note" role="status" hidden={reason === null}>
        {reason && t(`next.${reason.next}`)}
      </p>
      {(reason === null || reason.next === "again") && (
        <div className="field">
          <label htmlFor="reattemptOn">{t("fail.when")}</label>
          <input id="reattemptOn" name="reattemptOn" type="date" defaultValue={typed} />
        </div>
      )}
    </>
  );
}
