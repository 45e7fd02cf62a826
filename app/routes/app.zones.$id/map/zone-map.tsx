import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { foldName, unitIn } from "~/domain/gazetteer/fold-name";
import { BlockStack, Button, ButtonGroup, Checkbox, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Division } from "../use-divisions";
import type { Preview } from "../use-preview";
import { useWriting } from "../writing";
import type { Board, Drawn, Mode, Tiles } from "./board";

type Props = { divisions: Division[]; preview: Preview | null; tiles: Tiles | null };

const TOOLS: Exclude<Mode, "look">[] = ["polygon", "circle", "edit", "move", "cut", "remove"];

/** The map: what the zone has drawn, to be drawn, moved, cut and taken away. The list below it says the same in words. */
export function ZoneMap({ divisions, preview, tiles }: Props) {
  const t = useWords();
  const { draft, change } = useWriting();
  const [mode, setMode] = useState<Mode>("look");
  const [isException, setException] = useState(false);
  const drawn: Drawn = { include: draft.include.drawn, exclude: draft.exclude.drawn };
  const { element, board, isBroken } = useBoard(tiles, setMode, ({ include, exclude }) =>
    change((before) => ({ ...before, include: { ...before.include, drawn: include }, exclude: { ...before.exclude, drawn: exclude } })),
  );
  useEffect(() => board?.show(drawn), [board, drawn.include, drawn.exclude]);
  const named = useMemo(() => namedPlaces(divisions, draft.include.names), [divisions, draft.include.names]);
  const places = named.length > 0 ? named : divisions;
  // Once the map and the places are there; from then on the view is the merchant's.
  useEffect(() => board?.fit(places), [board, divisions]);
  useEffect(() => board?.towns(divisions, named), [board, named]);
  useEffect(() => board?.others(preview), [board, preview]);
  useEffect(() => board?.mode(mode, isException ? "exclude" : "include"), [board, mode, isException]);
  const hasDrawn = drawn.include.length + drawn.exclude.length > 0;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <div role="toolbar" aria-label={t("zone.map.tools")}>
          <ButtonGroup>
            {TOOLS.filter((tool) => hasDrawn || tool === "polygon" || tool === "circle").map((tool) => (
              <Button
                key={tool}
                size="slim"
                pressed={mode === tool}
                disabled={!board}
                onClick={() => setMode(mode === tool ? "look" : tool)}
              >
                {t(`zone.map.tool.${tool}`)}
              </Button>
            ))}
          </ButtonGroup>
        </div>
        {hasDrawn && <Checkbox label={t("zone.map.asException")} checked={isException} onChange={setException} />}
      </InlineStack>
      <p role="status" className="bim-muted">
        {isBroken ? t("zone.map.broken") : t(`zone.map.hint.${mode}`)}
      </p>
      <div ref={element} className="bim-map" role="application" aria-label={t("zone.map.title")} />
      {hasDrawn && (
        <InlineStack>
          <Button variant="plain" onClick={() => board?.fit(places)}>
            {t("zone.map.fit")}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** The places that the zone names, and all that lie in them where it names a canton or a province as such. */
function namedPlaces(divisions: readonly Division[], names: readonly string[]): Division[] {
  const [called, whole] = [new Set(names.map(foldName)), new Set(names.filter((name) => unitIn(name)).map(foldName))];
  return divisions.filter(({ name, within }) => called.has(foldName(name)) || within.split(", ").some((one) => whole.has(foldName(one))));
}

/** The map's program is loaded when the page is there; where it can't be, the list alone does all. */
function useBoard(tiles: Tiles | null, mode: (mode: Mode) => void, drawn: (drawn: Drawn) => void) {
  const t = useWords();
  const { i18n } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const [isBroken, setBroken] = useState(false);
  const heard = useRef({ mode, drawn });
  heard.current = { mode, drawn };
  useEffect(() => {
    let opened: Board | null = null;
    let isLeft = false;
    const told = {
      zoomIn: t("zone.map.zoomIn"),
      zoomOut: t("zone.map.zoomOut"),
      towns: t("zone.map.towns"),
      language: i18n.language,
      tiles,
    };
    import("./board").then(
      ({ openBoard }) => {
        if (isLeft || !element.current) return;
        opened = openBoard(element.current, told, {
          mode: (next) => heard.current.mode(next),
          drawn: (next) => heard.current.drawn(next),
        });
        setBoard(opened);
      },
      () => setBroken(true),
    );
    return () => {
      isLeft = true;
      opened?.close();
      setBoard(null);
    };
  }, []);
  return { element, board, isBroken };
}
