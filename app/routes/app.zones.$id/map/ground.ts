import type { LayerGroup, Map as LeafletMap } from "leaflet";
import type { Division } from "../use-divisions";
import { L } from "./leaflet";

const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
const MOST_LINES = 14;
const MOST_NAMES = 45;
/** Names nearer to each other than this would cover each other. */
const APART_PX = { x: 92, y: 17 };
const LINE = { color: "#8a9099", weight: 1, opacity: 0.35, interactive: false, pmIgnore: true };
/** From here on there is room for every town; before, for the cantons. */
const ALL_TOWNS_ZOOM = 8;
const OWN_DOT = { color: "#0a6b52", weight: 1, fillOpacity: 0.7, interactive: false, pmIgnore: true };
const DOT = { color: "#4a5563", weight: 1, fillOpacity: 0.8, interactive: false, pmIgnore: true };

/**
 * What one sees where no tiles are: the lines of longitude and latitude, and the towns with their names, drawn anew for what is in view.
 * Returns how to give it the towns, and which of
 * them the zone names.
 */
export function ground(map: LeafletMap): { towns: (towns: readonly Division[], named: readonly Division[]) => void } {
  const lines = L.layerGroup().addTo(map);
  const dots = L.layerGroup().addTo(map);
  const canvas = L.canvas({ pane: "overlayPane" });
  let known: readonly Division[] = [];
  let mine: ReadonlySet<Division> = new Set();
  const draw = () => {
    drawLines(map, lines, canvas);
    drawTowns(map, dots, { towns: known, mine }, canvas);
  };
  map.on("moveend", draw);
  return {
    towns: (towns, named) => {
      mine = new Set(named);
      known = largestFirst(towns.filter(({ latitude, kind }) => latitude !== null && kind !== "province"));
      draw();
    },
  };
}

function drawLines(map: LeafletMap, group: LayerGroup, renderer: ReturnType<typeof L.canvas>): void {
  group.clearLayers();
  const view = map.getBounds().pad(0.1);
  const [west, south, east, north] = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
  const step = STEPS.filter((one) => Math.max(east - west, north - south) / one <= MOST_LINES).at(-1) ?? STEPS[0]!;
  for (let x = Math.ceil(west / step) * step; x <= east; x += step)
    L.polyline(
      [
        [south, x],
        [north, x],
      ],
      { ...LINE, renderer },
    ).addTo(group);
  for (let y = Math.ceil(south / step) * step; y <= north; y += step)
    L.polyline(
      [
        [y, west],
        [y, east],
      ],
      { ...LINE, renderer },
    ).addTo(group);
}

type Towns = { towns: readonly Division[]; mine: ReadonlySet<Division> };

function drawTowns(map: LeafletMap, group: LayerGroup, { towns, mine }: Towns, renderer: ReturnType<typeof L.canvas>): void {
  group.clearLayers();
  const view = map.getBounds();
  const named: { x: number; y: number }[] = [];
  const isNear = map.getZoom() >= ALL_TOWNS_ZOOM;
  for (const town of towns) {
    const { name, latitude, longitude, kind } = town;
    const isMine = mine.has(town);
    if (!view.contains([latitude!, longitude!]) || (!isNear && !isMine && kind !== "canton")) continue;
    L.circleMarker([latitude!, longitude!], { ...(isMine ? OWN_DOT : DOT), radius: isMine ? 5 : isNear ? 2.5 : 1.2, renderer }).addTo(
      group,
    );
    const { x, y } = map.latLngToContainerPoint([latitude!, longitude!]);
    const isFree = named.every((other) => Math.abs(other.x - x) > APART_PX.x || Math.abs(other.y - y) > APART_PX.y);
    if (!isFree || named.length >= MOST_NAMES) continue;
    named.push({ x, y });
    const label = document.createElement("span");
    label.textContent = name;
    const icon = L.divIcon({ className: "bim-map-name", html: label, iconSize: [0, 0], iconAnchor: [-5, 8] });
    L.marker([latitude!, longitude!], { icon, interactive: false, keyboard: false, pmIgnore: true }).addTo(group);
  }
}

/** The map has no numbers of people: capitals come first, then cantons with more towns, then the rest. */
function largestFirst(towns: readonly Division[]): Division[] {
  const within = new Map<string, number>();
  for (const { within: at } of towns) within.set(at.split(",")[0]!, (within.get(at.split(",")[0]!) ?? 0) + 1);
  const size = ({ kind, name, isCapital }: Division) => (kind === "canton" ? 1 + (within.get(name) ?? 0) + (isCapital ? 1000 : 0) : 0);
  return towns.toSorted((a, b) => size(b) - size(a));
}
