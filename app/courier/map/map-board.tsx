import { useEffect, useRef, useState } from "react";
import type { Phone } from "../phone-port";
import type { Tiles } from "../protocol";
import type { Say } from "../words";
import type { CourierMap, MapShown } from "./courier-map";
import { SelfButton } from "./self-button";
import { spotLabel } from "./spot-label";

type Props = {
  shown: MapShown;
  open: Phone["openMap"];
  tiles: Tiles | null;
  onChosen: (key: string) => void;
  /** Its script can't be had. */
  onBroken: () => void;
  t: Say;
};

/** The map, told anew whenever what it shows has changed. */
export function MapBoard({ shown, open, tiles, onChosen, onBroken, t }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef({ open, tiles, onChosen, onBroken, t });
  told.current = { open, tiles, onChosen, onBroken, t };
  const [map, setMap] = useState<CourierMap | null>(null);
  useEffect(() => {
    let isOver = false;
    let opened: CourierMap | null = null;
    const { t: say, tiles: below } = told.current;
    const words = { zoomIn: say("map.zoomIn"), zoomOut: say("map.zoomOut"), label: spotLabel(say) };
    const draw = async (): Promise<void> => {
      const openMap = await told.current.open();
      if (isOver || !place.current) return;
      opened = openMap(place.current, { tiles: below, words, onChosen: (key) => told.current.onChosen(key) });
      setMap(opened);
    };
    // No signal and nothing kept yet, or a browser that can't draw: said, and the list is there.
    draw().catch(() => isOver || told.current.onBroken());
    return () => {
      isOver = true;
      opened?.close();
    };
  }, []);
  const key = JSON.stringify(shown);
  useEffect(() => map?.show(shown), [map, key]);
  return (
    <>
      <div className="map" ref={place} role="region" aria-label={t("map.title")} aria-busy={map === null} />
      <SelfButton map={map} t={t} />
    </>
  );
}
