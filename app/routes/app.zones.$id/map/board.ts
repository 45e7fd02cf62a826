import type { Layer } from "leaflet";
import type { DrawnDraft } from "~/domain/zone-draft/draft";
import type { Division } from "../use-divisions";
import type { Preview } from "../use-preview";
import { layerOf, partsOf, styleOf, type Side } from "./drawn-layers";
import { ground } from "./ground";
import { L } from "./leaflet";
import { others } from "./others";

export type Mode = "look" | "polygon" | "circle" | "edit" | "move" | "cut" | "remove";
export type Drawn = Record<Side, DrawnDraft[]>;
export type Tiles = { url: string; attribution: string };

type Told = { zoomIn: string; zoomOut: string; towns: string; language: string; tiles: Tiles | null };
type Heard = { drawn: (drawn: Drawn) => void; mode: (mode: Mode) => void };

export type Board = {
  show: (drawn: Drawn) => void;
  towns: (towns: readonly Division[], named: readonly Division[]) => void;
  others: (preview: Preview | null) => void;
  /** `side`: what a new shape will be. */
  mode: (mode: Mode, side: Side) => void;
  /** Shows all that is drawn or, where nothing is, the towns given. */
  fit: (towns: readonly Division[]) => void;
  close: () => void;
};

/** One drawn part; without a layer where what is written can't be shown. */
type Entry = { side: Side; part: DrawnDraft; layer: Layer | null };

/** South America's north-west, until there is more to see. */
const FIRST_VIEW = { centre: [-1.4, -79] as [number, number], zoom: 6 };
const MOST_MARKERS = 150;

/** The map one draws on. It keeps nothing: what is drawn is told, and shown again as it is given. */
export function openBoard(element: HTMLElement, told: Told, heard: Heard): Board {
  const map = L.map(element, { zoomControl: false, center: FIRST_VIEW.centre, zoom: FIRST_VIEW.zoom, maxZoom: 19, minZoom: 3 });
  L.control.zoom({ zoomInTitle: told.zoomIn, zoomOutTitle: told.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false).addAttribution(told.towns);
  map.pm.setLang(told.language === "es" ? "es" : "en");
  // Servers of tiles want to know which site asks; the page itself says nothing to others.
  if (told.tiles)
    L.tileLayer(told.tiles.url, { attribution: told.tiles.attribution, maxZoom: 19, referrerPolicy: "strict-origin" }).addTo(map);
  const floor = ground(map);
  const around = others(map);
  let entries: Entry[] = [];
  let mode: Mode = "look";
  let side: Side = "include";
  let isEnabling = false;

  const textOf = (all: Drawn) => JSON.stringify([all.include, all.exclude]);
  const drawn = (): Drawn => ({
    include: entries.filter((one) => one.side === "include").map(({ part }) => part),
    exclude: entries.filter((one) => one.side === "exclude").map(({ part }) => part),
  });
  const tell = () => heard.drawn(drawn());
  const switchTo = (next: Mode) => {
    mode = next;
    heard.mode(next);
  };

  const replace = (layer: Layer, parts: DrawnDraft[], hers: Layer | null) => {
    entries = entries.flatMap((entry) =>
      entry.layer === layer ? parts.map((part, at) => ({ ...entry, part, layer: at === 0 ? hers : null })) : [entry],
    );
    tell();
  };
  const listen = (layer: Layer) => {
    const changed = () => replace(layer, partsOf(layer), layer);
    layer.on("pm:edit", changed);
    layer.on("pm:dragend", changed);
  };
  const rebuild = (next: Drawn) => {
    for (const { layer } of entries) layer?.remove();
    entries = (["include", "exclude"] as const).flatMap((its) =>
      next[its].map((part): Entry => ({ side: its, part, layer: layerOf(part, its) })),
    );
    for (const { layer } of entries) if (layer) listen(layer.addTo(map));
    enable();
  };

  /** What geoman does follows the mode; new layers come to know it too. */
  const enable = () => {
    isEnabling = true;
    map.pm.disableDraw();
    map.pm.disableGlobalEditMode();
    map.pm.disableGlobalDragMode();
    map.pm.disableGlobalRemovalMode();
    const style = styleOf(side);
    const drawing = {
      snappable: true,
      snapDistance: 12,
      templineStyle: style,
      hintlineStyle: { ...style, dashArray: "5 5" },
      pathOptions: style,
    };
    if (mode === "polygon") map.pm.enableDraw("Polygon", drawing);
    if (mode === "circle") map.pm.enableDraw("Circle", drawing);
    if (mode === "cut") map.pm.enableDraw("Cut", drawing);
    if (mode === "edit")
      map.pm.enableGlobalEditMode({ snappable: true, snapDistance: 12, limitMarkersToCount: MOST_MARKERS, allowSelfIntersection: true });
    if (mode === "move") map.pm.enableGlobalDragMode();
    if (mode === "remove") map.pm.enableGlobalRemovalMode();
    isEnabling = false;
    // What a click on the map does now.
    element.dataset.mode = mode;
  };

  map.on("pm:create", ({ layer }) => {
    const [part] = partsOf(layer);
    layer.remove();
    if (!part) return;
    const before = drawn();
    rebuild({ ...before, [side]: [...before[side], part] });
    tell();
  });
  map.on("pm:remove", ({ layer }) => entries.some((entry) => entry.layer === layer) && replace(layer, [], null));
  // One cut may go through several areas: geoman tells of each before it comes to an end.
  map.on("pm:cut", ({ originalLayer, layer }) => {
    const parts = map.hasLayer(layer) ? partsOf(layer) : [];
    layer.remove();
    replace(originalLayer, parts, null);
  });
  map.on("pm:drawend", ({ shape }) => {
    if (isEnabling || shape.toLowerCase() !== mode) return;
    switchTo("look");
    rebuild(drawn());
  });

  const fit = (towns: readonly Division[]) => {
    const layers = entries.flatMap(({ layer }) => (layer ? [layer] : []));
    if (layers.length > 0) map.fitBounds(L.featureGroup(layers).getBounds().pad(0.2), { animate: false });
    else if (towns.length > 0) map.fitBounds(mostOf(towns), { animate: false, maxZoom: 11 });
  };

  return {
    show: (next) => {
      if (textOf(next) === textOf(drawn())) return;
      const isMore = next.include.length + next.exclude.length > entries.length;
      rebuild(next);
      // What came from a file or was written is somewhere: one wants to see where.
      if (isMore && entries.some(({ layer }) => layer)) fit([]);
    },
    towns: floor.towns,
    others: (preview) => around(preview),
    mode: (next, hers) => {
      [mode, side] = [next, hers];
      enable();
    },
    fit,
    close: () => void map.remove(),
  };
}

/** Where nearly all of them lie: an island far out would make the land small. */
function mostOf(towns: readonly Division[]): [[number, number], [number, number]] {
  const seen = towns.filter(({ latitude }) => latitude !== null);
  const middle = (values: number[]): [number, number] => {
    const sorted = values.sort((a, b) => a - b);
    const left = sorted.length > 20 ? Math.ceil(sorted.length * 0.03) : 0;
    return [sorted[left]! - 0.05, sorted[sorted.length - 1 - left]! + 0.05];
  };
  const [south, north] = middle(seen.map(({ latitude }) => latitude!));
  const [west, east] = middle(seen.map(({ longitude }) => longitude!));
  return [
    [south, west],
    [north, east],
  ];
}
