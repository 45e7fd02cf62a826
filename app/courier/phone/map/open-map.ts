// Loaded when a map is first opened: Leaflet is as large as half of the phone's program.
import * as L from "leaflet";
import type { CourierMap, MapShown, MapTold } from "../../map/courier-map";
import { mapStyles } from "../built";
import { markerOf } from "./marker";

const NEAREST = 17;
/** Ecuador, until there is a stop to see. */
const FIRST_VIEW = { center: [-1.4, -79] as L.LatLngTuple, zoom: 6 };
const LINE = { className: "tour", weight: 4, opacity: 0.55, interactive: false };
const SELF = { className: "self", radius: 9, weight: 3, fillOpacity: 1, interactive: false };

/** Draws the day: numbered stops, the way from one to the next, what is done. Without tiles below it shows all that all the same. */
export function openMap(element: HTMLElement, { tiles, words, onChosen }: MapTold): CourierMap {
  dress();
  // Pictures are sharp at whole steps only.
  const zoomSnap = tiles ? 1 : 0.25;
  const map = L.map(element, { ...FIRST_VIEW, zoomSnap, zoomControl: false, maxZoom: 19, minZoom: 3 });
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.attributionControl.setPrefix(false);
  // Servers of tiles want to know which site asks; the page itself says nothing to others.
  if (tiles) L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19, referrerPolicy: "strict-origin" }).addTo(map);
  const drawn = L.layerGroup().addTo(map);
  const self = L.layerGroup().addTo(map);
  let isFitted = false;
  const show = ({ spots, line, chosen }: MapShown) => {
    // Whoever goes from marker to marker by key stays at the one they chose.
    const isAtMarker = document.activeElement !== element && element.contains(document.activeElement);
    drawn.clearLayers();
    L.polyline(
      line.map(({ latitude, longitude }) => [latitude, longitude]),
      LINE,
    ).addTo(drawn);
    for (const spot of spots) {
      const isChosen = spot.key === chosen;
      const marker = markerOf(spot, { isChosen, label: words.label(spot), onChosen }).addTo(drawn);
      if (isChosen && isAtMarker) marker.getElement()?.focus({ preventScroll: true });
    }
    if (isFitted || spots.length === 0) return;
    isFitted = true;
    const open = spots.filter(({ isDone }) => !isDone);
    const seen = (open.length > 0 ? open : spots).map(({ latitude, longitude }): L.LatLngTuple => [latitude, longitude]);
    map.fitBounds(L.latLngBounds(seen), { padding: [36, 36], maxZoom: NEAREST - 1, animate: false });
  };
  return {
    show,
    showSelf: ({ latitude, longitude, accuracyMetres }) => {
      self.clearLayers();
      const at: L.LatLngTuple = [latitude, longitude];
      if (accuracyMetres) L.circle(at, { className: "self-about", radius: accuracyMetres, weight: 1, interactive: false }).addTo(self);
      L.circleMarker(at, SELF).addTo(self);
      map.setView(at, Math.max(map.getZoom(), NEAREST - 2), { animate: false });
    },
    close: () => void map.remove(),
  };
}

const STYLES = "courier-map-styles";

/** The page has no styles of a map until there is one. */
function dress(): void {
  if (document.getElementById(STYLES)) return;
  document.head.append(Object.assign(document.createElement("style"), { id: STYLES, textContent: mapStyles() }));
}
