import { linesOf } from "~/domain/zone-draft/texts";
import { BlockStack, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DrawnList } from "./drawn-list";
import { DraftCheck, DraftProblem, DraftText } from "./fields";
import { Fold } from "./fold";
import { GeoJsonButtons } from "./geojson-buttons";
import type { Tiles } from "./map/board";
import { ZoneMap } from "./map/zone-map";
import { NamesField } from "./names-field";
import type { Division } from "./use-divisions";
import type { Preview } from "./use-preview";
import { useWriting } from "./writing";

type Props = { divisions: Division[]; preview: Preview | null; tiles: Tiles | null };

/** What the zone is called and what it covers. */
export function AreaCard({ divisions, preview, tiles }: Props) {
  const t = useWords();
  const { draft } = useWriting();
  const unknown = preview?.unknownNames ?? [];
  return (
    <Section title={t("zone.area.title")}>
      <BlockStack gap="400">
        <DraftText path="name" label={t("zone.name")} maxLength={80} />
        <NamesField
          path="include.names"
          label={t("zone.names.label")}
          help={t("zone.names.help")}
          divisions={divisions}
          unknown={unknown}
        />
        <DraftProblem path="include" />
        <ZoneMap divisions={divisions} preview={preview} tiles={tiles} />
        <GeoJsonButtons divisions={divisions} />
        <DrawnList />
        <div>
          <Fold title={t("zone.area.postal")} says={list(linesOf(draft.include.postal), t("zone.none"))} paths={["include.postal"]}>
            <DraftText path="include.postal" label={t("zone.area.postal")} help={t("zone.area.postalHelp")} multiline={3} />
          </Fold>
          <Fold
            title={t("zone.area.except")}
            says={list([...draft.exclude.names, ...linesOf(draft.exclude.postal)], t("zone.none"))}
            paths={["exclude.names", "exclude.postal"]}
          >
            <FormLayout>
              <NamesField
                path="exclude.names"
                label={t("zone.area.exceptNames")}
                help={t("zone.area.exceptHelp")}
                divisions={divisions}
                unknown={unknown}
              />
              <DraftText path="exclude.postal" label={t("zone.area.exceptPostal")} help={t("zone.area.postalHelp")} multiline={2} />
            </FormLayout>
          </Fold>
          <Fold
            title={t("zone.area.country")}
            says={draft.include.isCountry ? t("zone.area.wholeCountry", { country: draft.countryCode }) : draft.countryCode}
            paths={["countryCode"]}
          >
            <FormLayout>
              <DraftText path="countryCode" label={t("zone.area.country")} help={t("zone.area.countryHelp")} maxLength={2} />
              <DraftCheck path="include.isCountry" label={t("zone.area.isCountry")} help={t("zone.area.isCountryHelp")} />
            </FormLayout>
          </Fold>
        </div>
      </BlockStack>
    </Section>
  );
}

const MOST_SAID = 5;
const list = (all: string[], none: string): string =>
  all.length === 0 ? none : all.slice(0, MOST_SAID).join(", ") + (all.length > MOST_SAID ? ` +${all.length - MOST_SAID}` : "");
