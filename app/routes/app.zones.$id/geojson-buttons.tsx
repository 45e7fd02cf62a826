import { useRef, useState } from "react";
import { readGeoJson } from "~/domain/geojson/read-geojson";
import { writeGeoJson } from "~/domain/geojson/write-geojson";
import { writeCorners } from "~/domain/zone-draft/corners";
import { readDraft } from "~/domain/zone-draft/read-draft";
import type { Box } from "~/domain/zone/geometry";
import { BlockStack, Button, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Division } from "./use-divisions";
import { useProblemWords, useWriting } from "./writing";

const LARGEST_BYTES = 5_000_000;
/** A country's towns lie so far within it. */
const MARGIN_DEGREES = 2;

/** Areas from a GeoJSON file and into one. A file that can't be meant changes nothing and says why. */
export function GeoJsonButtons({ divisions }: { divisions: Division[] }) {
  const t = useWords();
  const inWords = useProblemWords();
  const { draft, currency, change } = useWriting();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ text: string; isWrong: boolean } | null>(null);
  const read = async (file: File) => {
    const found =
      file.size > LARGEST_BYTES
        ? { ok: false as const, code: "file_too_large", params: { most: 5 } }
        : readGeoJson(await file.text(), boxOf(divisions));
    if (!found.ok) return setSaid({ text: inWords(found), isWrong: true });
    const drawn = found.polygons.map((rings) => ({ kind: "polygon" as const, corners: writeCorners(rings) }));
    change((before) => ({ ...before, include: { ...before.include, drawn: [...before.include.drawn, ...drawn] } }));
    setSaid({ text: t("zone.file.read", { count: drawn.length }), isWrong: false });
  };
  const write = () => {
    const text = writeGeoJson(draft.name, readDraft(draft, currency).zone.area);
    const address = URL.createObjectURL(new Blob([text], { type: "application/geo+json" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: `${draft.name.trim() || "zone"}.geojson` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <BlockStack gap="100">
      <InlineStack gap="300">
        <input
          ref={input}
          type="file"
          className="bim-hidden-file"
          aria-label={t("zone.file.import")}
          accept=".geojson,.json,application/geo+json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void read(file);
            currentTarget.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>{t("zone.file.import")}</Button>
        {draft.include.drawn.length + draft.exclude.drawn.length > 0 && <Button onClick={write}>{t("zone.file.export")}</Button>}
      </InlineStack>
      {said && (
        <p role={said.isWrong ? "alert" : "status"} className={said.isWrong ? "bim-wrong" : "bim-muted"}>
          {said.text}
        </p>
      )}
    </BlockStack>
  );
}

function boxOf(divisions: readonly Division[]): Box | null {
  const seen = divisions.filter(({ latitude }) => latitude !== null);
  if (seen.length === 0) return null;
  const [x, y] = [seen.map(({ longitude }) => longitude!), seen.map(({ latitude }) => latitude!)];
  return [
    Math.min(...x) - MARGIN_DEGREES,
    Math.min(...y) - MARGIN_DEGREES,
    Math.max(...x) + MARGIN_DEGREES,
    Math.max(...y) + MARGIN_DEGREES,
  ];
}
