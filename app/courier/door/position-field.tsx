import { useEffect, useRef, useState } from "react";
import type { PhonePosition } from "~/domain/phone-event/event";
import type { Say } from "../words";

type Found = { state: "none" | "waiting" | "denied" | "off" } | { state: "have"; latitude: number; longitude: number; metres: number };

/** Asks for the position on a tap, with the reason beside it; by itself only where the courier has allowed it before. Never blocks. */
export function PositionField({ onFound, t }: { onFound?: (where: PhonePosition) => void; t: Say }) {
  const [found, setFound] = useState<Found | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const ask = () => {
    setFound({ state: "waiting" });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        const metres = Math.round(accuracy);
        setFound({ state: "have", latitude, longitude, metres });
        onFound?.({ latitude, longitude, accuracyMetres: metres });
      },
      ({ code, PERMISSION_DENIED }) => setFound({ state: code === PERMISSION_DENIED ? "denied" : "off" }),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  };
  useEffect(() => {
    if (!("geolocation" in navigator) || !window.isSecureContext) return;
    setFound({ state: "none" });
    if (!navigator.permissions) return;
    navigator.permissions.query({ name: "geolocation" }).then(
      ({ state }) => state === "granted" && ask(),
      // A browser that can't tell is asked by the tap.
      () => undefined,
    );
  }, []);
  if (!found) return null;
  return (
    <div className="position" ref={place} tabIndex={-1}>
      {found.state === "none" && (
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            // The button gives way to what was found.
            place.current?.focus({ preventScroll: true });
            ask();
          }}
        >
          {t("location.ask")}
        </button>
      )}
      {found.state === "none" && <p className="hint">{t("location.why")}</p>}
      {found.state !== "none" && (
        <p className={found.state === "have" ? "hint good" : "hint"} role="status">
          {found.state === "have" ? t("location.have", { metres: found.metres }) : t(`location.${found.state}`)}
        </p>
      )}
      {found.state === "have" && (
        <>
          <input type="hidden" name="latitude" value={found.latitude} />
          <input type="hidden" name="longitude" value={found.longitude} />
          <input type="hidden" name="accuracy" value={found.metres} />
        </>
      )}
    </div>
  );
}
