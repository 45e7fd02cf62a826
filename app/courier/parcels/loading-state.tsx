import { missingOf } from "~/domain/delivery/parcels";
import type { Phone } from "../phone-port";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { parcelsOf } from "./find-parcel";

type Props = { stops: StopView[]; scanned: Phone["scanned"]; isWanted: boolean; t: Say };

/** How far loading is, and what is missing; where the shop wants scans, or the courier has begun with them. */
export function LoadingState({ stops, scanned, isWanted, t }: Props) {
  const toLoad = stops
    .filter(({ state }) => state === "assigned")
    .map((stop) => ({ stop, of: parcelsOf(stop), missing: missingOf(parcelsOf(stop), scanned(stop.deliveryId, "loading")) }));
  const of = toLoad.reduce((sum, one) => sum + one.of, 0);
  const open = toLoad.filter(({ missing }) => missing.length > 0);
  const count = of - open.reduce((sum, { missing }) => sum + missing.length, 0);
  if (of === 0 || (count === 0 && !isWanted)) return null;
  return (
    <section className="panel loading" aria-label={t("parcels.title")}>
      <p className="line">
        <strong>{t("parcels.title")}</strong>
        <span>{t("parcels.loaded", { count, of })}</span>
      </p>
      <progress value={count} max={of} aria-hidden />
      {open.length > 0 && (
        <details>
          <summary>{t("parcels.missing")}</summary>
          <ul>
            {open.map(({ stop, of: parcels, missing }) => (
              <li key={stop.deliveryId}>
                <strong>{stop.orderName}</strong> {parcels > 1 && t("parcels.numbers", { numbers: missing.join(", "), of: parcels })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
