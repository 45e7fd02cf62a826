import { EVERY_DAY } from "~/domain/zone-draft/draft-of";
import type { HoursDraft } from "~/domain/zone-draft/draft";
import { BlockStack, Button, Card, Checkbox, FormLayout, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftCheck, DraftDays, DraftProblem, DraftSelect, DraftText, DraftTimes } from "./fields";
import { Fold } from "./fold";
import { servedSays, termsSay } from "./summaries";
import { useField, useWriting } from "./writing";

type Location = { gid: string; name: string };
type Props = { locations: Location[]; places: string[]; defaultPlace: string | null };

/** What most zones leave as it is, each in one line. */
export function RestCard({ locations, places, defaultPlace }: Props) {
  const t = useWords();
  const { draft, currency } = useWriting();
  const byLocation = t("zone.place.byLocation", { place: defaultPlace ?? "–" });
  // A place whose series is gone stays chosen, so that one sees what is wrong.
  const known = [...new Set([...places, ...(draft.place ? [draft.place] : [])])];
  return (
    <Card>
      <Fold title={t("zone.time.title")} says={servedSays(draft, t)} paths={["hours", "daysOff"]}>
        <Served />
      </Fold>
      <Fold title={t("zone.terms.title")} says={termsSay(draft, currency, t)} paths={["orderMin", "orderMax"]}>
        <FormLayout>
          <FormLayout.Group condensed>
            <DraftText path="orderMin" label={t("zone.terms.min")} money />
            <DraftText path="orderMax" label={t("zone.terms.max")} money />
          </FormLayout.Group>
          <DraftCheck path="cashAllowed" label={t("zone.terms.cash")} />
        </FormLayout>
      </Fold>
      {(locations.length > 1 || draft.locationGids.length > 0) && <LeavesFrom locations={locations} />}
      <Fold title={t("zone.place.title")} says={draft.place || byLocation} paths={["place"]}>
        <DraftSelect
          path="place"
          label={t("zone.place.label")}
          help={t("zone.place.help")}
          options={[{ value: "", label: byLocation }, ...known.map((value) => ({ value, label: value }))]}
        />
      </Fold>
      <Fold
        title={t("zone.priority.title")}
        says={t("zone.priority.says", { priority: draft.priority, state: t(draft.active ? "states.active" : "states.inactive") })}
        paths={["priority"]}
      >
        <FormLayout>
          <DraftText path="priority" label={t("zone.priority.label")} help={t("zone.priority.help")} numeric maxLength={3} />
          <DraftCheck path="active" label={t("zone.priority.active")} help={t("zone.priority.activeHelp")} />
        </FormLayout>
      </Fold>
    </Card>
  );
}

/** Nothing ticked is everywhere: a shop with one location never sees it. */
function LeavesFrom({ locations }: { locations: Location[] }) {
  const t = useWords();
  const { value: chosen, set } = useField<string[]>("locationGids");
  // One that Shopify has no more stays to be unticked.
  const gone = chosen
    .filter((gid) => !locations.some((one) => one.gid === gid))
    .map((gid) => ({ gid, name: t("zone.leaves.gone", { id: gid.split("/").at(-1)! }) }));
  const all = [...locations, ...gone];
  const names = all.filter(({ gid }) => chosen.includes(gid)).map(({ name }) => name);
  return (
    <Fold title={t("zone.leaves.title")} says={names.join(", ") || t("zone.leaves.any")} paths={["locationGids"]}>
      <BlockStack gap="100">
        {all.map(({ gid, name }) => (
          <Checkbox
            key={gid}
            label={name}
            checked={chosen.includes(gid)}
            onChange={(isOn) => set(isOn ? [...chosen, gid] : chosen.filter((one) => one !== gid))}
          />
        ))}
        <p className="bim-muted">{t("zone.leaves.help")}</p>
      </BlockStack>
    </Fold>
  );
}

function Served() {
  const t = useWords();
  const { value: rows, set } = useField<HoursDraft[]>("hours");
  return (
    <BlockStack gap="300">
      {rows.map((_row, at) => (
        <BlockStack key={at} gap="200">
          <DraftDays path={`hours.${at}.days`} />
          <FormLayout>
            <DraftTimes path={`hours.${at}`} />
          </FormLayout>
          {rows.length > 1 && (
            <InlineStack>
              <Button variant="plain" tone="critical" onClick={() => set(rows.filter((_one, other) => other !== at))}>
                {t("zone.remove")}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      ))}
      <DraftProblem path="hours" />
      <InlineStack>
        <Button onClick={() => set([...rows, EVERY_DAY])}>{t("zone.time.add")}</Button>
      </InlineStack>
      <DraftText path="daysOff" label={t("zone.time.off")} help={t("zone.time.offHelp")} multiline={2} />
    </BlockStack>
  );
}
