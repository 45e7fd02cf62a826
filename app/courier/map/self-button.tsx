import { useState } from "react";
import { Icon } from "../pages/icon";
import type { Say } from "../words";
import type { CourierMap } from "./courier-map";

/** The courier's own place, on a tap: it is drawn here and told to nobody. */
export function SelfButton({ map, t }: { map: CourierMap | null; t: Say }) {
  const [state, setState] = useState<"asked" | "denied" | null>(null);
  const ask = () => {
    setState("asked");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        setState(null);
        map?.showSelf({ latitude, longitude, accuracyMetres: Math.round(accuracy) });
      },
      () => setState("denied"),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  };
  return (
    <>
      <button type="button" className="button quiet" onClick={ask} disabled={map === null || state === "asked"}>
        <Icon name="maps" />
        {t(state === "asked" ? "location.waiting" : "map.self")}
      </button>
      {state === "denied" && (
        <p className="hint" role="status">
          {t("map.noSelf")}
        </p>
      )}
    </>
  );
}
