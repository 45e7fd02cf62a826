import type { Point } from "~/domain/geo/point";
import type { PhonePosition } from "~/domain/phone-event/event";
import type { Tiles } from "../protocol";
import type { Spot } from "./spots";

/** `label`: what a spot is called by who can't see it. */
export type MapWords = { zoomIn: string; zoomOut: string; label: (spot: Spot) => string };
export type MapTold = { tiles: Tiles | null; words: MapWords; onChosen: (key: string) => void };

/** `chosen`: the spot whose stops are shown below. */
export type MapShown = { spots: Spot[]; line: Point[]; chosen: string | null };

/** A map that is open. It keeps nothing of its own: what it shows it is told. */
export type CourierMap = {
  show: (shown: MapShown) => void;
  /** Where the courier is, with as much around it as the phone may err by; the map goes there. */
  showSelf: (where: PhonePosition) => void;
  close: () => void;
};

/** Draws a map into an element. */
export type OpenMap = (element: HTMLElement, told: MapTold) => CourierMap;
