import { usePhoneProgram } from "../phone-port";
import { ProblemNote } from "../pages/problem-note";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { FormPhoto } from "./form-photo";
import { PhotoStrip } from "./photo-strip";
import { PositionField } from "./position-field";
import { useTyped } from "./typed";
import { positionOf, textOf, useDraft } from "./use-draft";
import { useShots } from "./use-shots";

type Props = { stop: StopView; isGalleryAllowed: boolean; list: string; serverId: string; isOpen: boolean; t: Say };

/** What was not taken of a delivery; after a failed attempt, and where the order was given back while it was out: it goes to the shop again; so does what was fetched of a return. */
const mayReturn = ({ state, payment, isReturn = false, bringBack = [] }: StopView): boolean =>
  bringBack.length > 0 || (!isReturn && (state === "attempt_failed" || (state === "out_for_delivery" && payment === "refunded")));

/** Back at the shop: with a photo of the parcel there, and who took it. */
export function ReturnForm(props: Props) {
  return mayReturn(props.stop) ? <Form {...props} /> : null;
}

function Form({ stop, isGalleryAllowed, list, serverId, isOpen, t }: Props) {
  const shots = useShots(usePhoneProgram(), stop.deliveryId);
  const { phone, isBusy, problem, onSubmit } = useDraft(list, (form) => ({
    kind: "return",
    deliveryId: stop.deliveryId,
    receivedBy: textOf(form, "receivedBy"),
    shots: shots.chosen,
    position: positionOf(form),
  }));
  const receivedBy = useTyped("receivedBy");
  const isReady = phone === null || shots.isReady;
  return (
    <details className="panel" open={isOpen || (stop.bringBack ?? []).length > 0}>
      <summary>{t("return.title")}</summary>
      <form method="post" encType="multipart/form-data" onSubmit={onSubmit} aria-busy={isBusy}>
        <input type="hidden" name="intent" value="return" />
        <input type="hidden" name="reportId" value={serverId} />
        <fieldset disabled={isBusy}>
          <p className="hint">{t("return.hint")}</p>
          {phone ? (
            <PhotoStrip {...{ shots, isGalleryAllowed, t }} label={t("return.photo")} hint={t("return.photoHint")} />
          ) : (
            <FormPhoto isWanted isGalleryAllowed={isGalleryAllowed} of="return" t={t} />
          )}
          <div className="field">
            <label htmlFor="returnedTo">{t("return.receivedBy")}</label>
            <input
              id="returnedTo"
              name="receivedBy"
              required
              maxLength={120}
              defaultValue={receivedBy}
              autoComplete="off"
              autoCapitalize="words"
            />
          </div>
          <PositionField t={t} />
        </fieldset>
        {problem && <ProblemNote problem={problem} t={t} />}
        {!isReady && (
          <p className="hint" id="return-needs">
            {t(shots.shots.length === 0 ? "confirm.needsPhoto" : "confirm.needsDecision")}
          </p>
        )}
        <button className="button main" disabled={isBusy || !isReady} aria-describedby={isReady ? undefined : "return-needs"}>
          {t("return.submit")}
        </button>
      </form>
    </details>
  );
}
