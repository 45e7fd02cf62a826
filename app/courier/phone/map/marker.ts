import * as L from "leaflet";
import type { Spot } from "../../map/spots";
import { pinLabel } from "./pin-label";

/** Worse known than this, the marker says so. */
const ABOUT_METRES = 150;
/** A thumb's breadth, whatever is drawn in it. */
const TARGET_PX = 48;

type Drawn = { isChosen: boolean; label: string; onChosen: (key: string) => void };

/** A numbered pin, or a tick where all is done; by finger, by key and by its name for who can't see it. */
export function markerOf(spot: Spot, { isChosen, label, onChosen }: Drawn): L.Marker {
  const { latitude, longitude, key, isDone, metres, stops } = spot;
  const pin = document.createElement("span");
  pin.textContent = isDone ? "✓" : pinLabel(stops.flatMap(({ number }) => number ?? []));
  pin.className = ["pin", isDone && "done", isChosen && "chosen", !isDone && metres > ABOUT_METRES && "about"].filter(Boolean).join(" ");
  const icon = L.divIcon({ className: "pin-at", html: pin, iconSize: [TARGET_PX, TARGET_PX] });
  // What is still to be done lies on top.
  const marker = L.marker([latitude, longitude], { icon, zIndexOffset: isChosen ? 2000 : isDone ? -1000 : 0 });
  marker.on("click", () => onChosen(key));
  marker.on("add", () => {
    const element = marker.getElement()!;
    // Who speaks to the phone says what they see.
    element.setAttribute("aria-label", isDone || label.startsWith(pin.textContent) ? label : `${pin.textContent}: ${label}`);
    element.setAttribute("aria-pressed", String(isChosen));
  });
  return marker;
}
