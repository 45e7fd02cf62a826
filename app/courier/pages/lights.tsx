import { useContext } from "react";
import { ShutContext, usePhoneProgram, usePhoneSays, type Lights as State, type Warning } from "../phone-port";
import { wordingOfOutcome } from "../problem";
import type { Say } from "../words";
import { Icon } from "./icon";

/**
 * Two lights: the report is through, its photos are through; and in words what became of it where that is not as one would expect. `isLive`: read out
 * as they change; not on a list, where nobody would know of which delivery.
 */
export function Lights({ deliveryId, isLive = false, t }: { deliveryId: string; isLive?: boolean; t: Say }) {
  const lights = usePhoneSays((phone) => phone.lights(deliveryId));
  if (!lights) return null;
  const { event, photos, outcome } = lights;
  return (
    <div className="lights" {...(isLive && { role: "status" })}>
      <span className={`light ${event}`}>
        <Icon name={event === "sent" ? "tick" : event === "waiting" ? "waiting" : "warning"} />
        {t(`light.event.${event}`)}
      </span>
      {photos.of > 0 && (
        <span className={isThrough(photos) ? "light sent" : "light waiting"}>
          <Icon name={isThrough(photos) ? "tick" : "waiting"} />
          {isThrough(photos) ? t("light.photos.sent") : t("light.photos.some", photos)}
        </span>
      )}
      {photos.spoilt > 0 && <p className="note bad">{t("light.photos.spoilt")}</p>}
      {outcome && outcome.code !== "applied" && <p className="note">{t(wordingOfOutcome(outcome))}</p>}
    </div>
  );
}

const isThrough = ({ sent, of }: State["photos"]): boolean => sent === of;

/** Whether all is through; what the phone itself lacks, in plain words. */
export function SyncBar({ t }: { t: Say }) {
  const phone = usePhoneProgram();
  const isShut = useContext(ShutContext);
  if (!phone)
    return isShut ? (
      <p className="note bad" role="alert">
        {t("shut.text")}
      </p>
    ) : null;
  const { state, unsent } = phone.sync;
  const isAllSent = state === "idle" && unsent === 0;
  return (
    <>
      <p className={isAllSent ? "sync good" : `sync ${state}`} role="status">
        <Icon name={isAllSent ? "tick" : state === "needs_link" ? "warning" : "waiting"} />
        <span>{isAllSent ? t("sync.idle") : unsent === 0 ? t(`sync.${state}`) : t(`sync.${state}With`, { count: unsent })}</span>
      </p>
      {phone.update && (
        <button type="button" className="button quiet" onClick={phone.update}>
          {t("update")}
        </button>
      )}
      {phone.warnings.map((warning: Warning) => (
        <p key={warning} className="note" role="status">
          {t(`warning.${warning}`)}
        </p>
      ))}
    </>
  );
}
