import { readCorners } from "~/domain/zone-draft/corners";
import type { DrawnDraft } from "~/domain/zone-draft/draft";
import { BlockStack, Button, FormLayout, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftProblem, DraftText } from "./fields";
import { Fold } from "./fold";
import { useWriting } from "./writing";

type Side = "include" | "exclude";
const EMPTY: Record<DrawnDraft["kind"], DrawnDraft> = {
  circle: { kind: "circle", latitude: "", longitude: "", metres: "1000" },
  polygon: { kind: "polygon", corners: "" },
};

/** What is drawn, in words: the way without a mouse, and the place where each area says what is wrong with it. */
export function DrawnList() {
  const t = useWords();
  const { draft, change } = useWriting();
  const put = (side: Side, drawn: DrawnDraft[]) => change((before) => ({ ...before, [side]: { ...before[side], drawn } }));
  const turn = (side: Side, at: number) => {
    const other = side === "include" ? "exclude" : "include";
    const part = draft[side].drawn[at]!;
    change((before) => ({
      ...before,
      [side]: { ...before[side], drawn: before[side].drawn.filter((_one, index) => index !== at) },
      [other]: { ...before[other], drawn: [...before[other].drawn, part] },
    }));
  };
  const parts = (["include", "exclude"] as const).flatMap((side) => draft[side].drawn.map((part, at) => ({ side, part, at })));
  return (
    <BlockStack gap="200">
      {parts.map(({ side, part, at }, index) => (
        <Fold
          key={`${side} ${at}`}
          title={t(`zone.drawn.title.${side}`, { number: index + 1 })}
          says={inWords(part, t)}
          paths={[`${side}.drawn.${at}`]}
          isOpen={isEmpty(part)}
        >
          <BlockStack gap="200">
            {part.kind === "circle" ? (
              <Circle path={`${side}.drawn.${at}`} />
            ) : (
              <DraftText
                path={`${side}.drawn.${at}.corners`}
                label={t("zone.drawn.corners")}
                help={t("zone.drawn.cornersHelp")}
                multiline={5}
              />
            )}
            <DraftProblem path={`${side}.drawn.${at}`} />
            <InlineStack gap="200">
              <Button size="slim" onClick={() => turn(side, at)}>
                {t(`zone.drawn.turn.${side}`)}
              </Button>
              <Button
                size="slim"
                tone="critical"
                onClick={() =>
                  put(
                    side,
                    draft[side].drawn.filter((_one, other) => other !== at),
                  )
                }
              >
                {t("zone.remove")}
              </Button>
            </InlineStack>
          </BlockStack>
        </Fold>
      ))}
      <InlineStack gap="300">
        {(["polygon", "circle"] as const).map((kind) => (
          <Button key={kind} variant="plain" onClick={() => put("include", [...draft.include.drawn, EMPTY[kind]])}>
            {t(`zone.drawn.add.${kind}`)}
          </Button>
        ))}
      </InlineStack>
    </BlockStack>
  );
}

function Circle({ path }: { path: string }) {
  const t = useWords();
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <DraftText path={`${path}.latitude`} label={t("zone.drawn.latitude")} numeric />
        <DraftText path={`${path}.longitude`} label={t("zone.drawn.longitude")} numeric />
        <DraftText path={`${path}.metres`} label={t("zone.drawn.metres")} suffix="m" numeric />
      </FormLayout.Group>
    </FormLayout>
  );
}

const isEmpty = (part: DrawnDraft): boolean => (part.kind === "circle" ? part.latitude === "" : part.corners === "");

function inWords(part: DrawnDraft, t: ReturnType<typeof useWords>): string {
  if (part.kind === "circle") return t("zone.drawn.circleSays", { metres: part.metres || "?" });
  const read = readCorners(part.corners);
  const count = read.ok ? read.rings.reduce((sum, ring) => sum + ring.length - 1, 0) : 0;
  return t("zone.drawn.polygonSays", { count });
}
