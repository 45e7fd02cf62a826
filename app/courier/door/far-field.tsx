import { metresTooFar } from "~/domain/proof/too-far";
import type { PhonePosition } from "~/domain/phone-event/event";
import { FAR_REASONS } from "~/domain/proof/told";
import type { Locale } from "~/i18n/locale";
import { distanceText } from "../amount-text";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { Picks } from "./picks";

type Props = { stop: StopView; where: PhonePosition | null; radiusMetres: number | null; locale: Locale; t: Say };

/** Far from the address: said before it is confirmed, and why it is right all the same. */
export function FarField({ stop, where, radiusMetres, locale, t }: Props) {
  const metres = metresTooFar(where, stop.known ?? stop.position ?? null, radiusMetres);
  if (metres === null) return null;
  return (
    <div className="note warn" role="alert">
      <Picks
        name="far"
        legend={t("proof.far", { distance: distanceText(metres, locale) })}
        demand="must"
        options={FAR_REASONS}
        word={(one) => t(`far.${one}`)}
      />
    </div>
  );
}
