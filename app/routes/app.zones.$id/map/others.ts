import type { Map } from "leaflet";
import type { Preview } from "../use-preview";
import { latLngs } from "./drawn-layers";
import { L } from "./leaflet";

const OTHER = { color: "#5c5f62", weight: 1.5, fillOpacity: 0.06, pmIgnore: true, snapIgnore: false };
const SHARED = { color: "#b98900", weight: 1, fillColor: "#ffb800", fillOpacity: 0.45, interactive: false, pmIgnore: true };
const EQUAL = { ...SHARED, color: "#8e1f0b", fillColor: "#e51c00" };

/** The other zones around, and what this one shares with them. What is drawn snaps to their borders, so that neighbours meet. */
export function others(map: Map): (preview: Pick<Preview, "neighbours" | "overlaps"> | null) => void {
  const group = L.layerGroup().addTo(map);
  return (preview) => {
    group.clearLayers();
    for (const { name, shapes } of preview?.neighbours ?? [])
      for (const shape of shapes) {
        const label = document.createElement("span");
        label.textContent = name;
        L.polygon(shape.map(latLngs), OTHER).bindTooltip(label, { sticky: true }).addTo(group).bringToBack();
      }
    for (const { shape, isEqual } of preview?.overlaps ?? [])
      if (shape.length > 0) L.polygon(shape.map(latLngs), isEqual ? EQUAL : SHARED).addTo(group);
  };
}
