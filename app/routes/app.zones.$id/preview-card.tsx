import { BlockStack, List, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Looking, Preview } from "./use-preview";

const MOST_OVERLAPS = 8;
const MOST_NAMES = 6;
const some = (names: readonly string[]) =>
  names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ` +${names.length - MOST_NAMES}` : "");

/** What the zone would do among the others, told while it is written. */
export function PreviewCard({ looking: { preview, state } }: { looking: Looking }) {
  const t = useWords();
  return (
    <Section title={t("zone.preview.title")}>
      <div aria-live="polite" aria-busy={state === "looking"} data-state={state} className="bim-preview">
        {state === "failed" && <p className="bim-wrong">{t("zone.preview.failed")}</p>}
        {!preview && state === "looking" && (
          <Text as="p" tone="subdued">
            {t("zone.preview.looking")}
          </Text>
        )}
        {preview && <Told preview={preview} />}
      </div>
    </Section>
  );
}

function Told({ preview }: { preview: Preview }) {
  const t = useWords();
  const { alarms, overlaps, gaps, hiddenBehind, hides, orders, days, more, unsaid } = preview;
  const equals = overlaps.filter(({ isEqual }) => isEqual);
  const isQuiet = alarms.length + overlaps.length + gaps.length + hides.length + unsaid.length === 0 && !hiddenBehind;
  return (
    <BlockStack gap="300">
      <ul className="bim-alarms">
        {alarms.map((alarm) => (
          <li key={alarm} data-tone="critical">
            {t(`zone.alarm.${alarm}`)}
          </li>
        ))}
        {hiddenBehind && <li data-tone="critical">{t("zone.preview.hidden", { zones: some(hiddenBehind) })}</li>}
        {equals.length > 0 && <li data-tone="critical">{t("zone.preview.equal", { zones: some(equals.map(({ name }) => name)) })}</li>}
        {hides.length > 0 && <li data-tone="caution">{t("zone.preview.hides", { zones: some(hides) })}</li>}
        {isQuiet && <li data-tone="success">{t("zone.preview.quiet")}</li>}
      </ul>
      {unsaid.length > 0 && <Unsaid unsaid={unsaid} />}
      {overlaps.length > 0 && <Overlaps overlaps={overlaps} more={more} />}
      {gaps.map(({ canton, towns }) => (
        <p key={canton}>
          <strong>{t("zone.preview.gap", { canton })}</strong> {some(towns)}
        </p>
      ))}
      {orders.looked > 0 && (
        <p className="bim-muted">
          {t("zone.preview.orders", { looked: orders.looked, inside: orders.inside, nowhere: orders.nowhere, days })}
        </p>
      )}
    </BlockStack>
  );
}

/** What of it the shop's own shipping settings can't say: the shop's plan has no other way to checkout. */
function Unsaid({ unsaid }: Pick<Preview, "unsaid">) {
  const t = useWords();
  return (
    <BlockStack gap="100">
      <strong>{t("admin.native.unsaidTitle")}</strong>
      <List>
        {unsaid.map(({ code, service }) => (
          <List.Item key={`${service} ${code}`}>
            {service && <strong>{service}: </strong>}
            {t(`admin.native.unsaid.${code}`)}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function Overlaps({ overlaps, more }: Pick<Preview, "overlaps" | "more">) {
  const t = useWords();
  const { number } = useFormats();
  const all = overlaps.length;
  const size = (km: number) => (km === 0 ? "" : `${number(km < 10 ? Math.round(km * 100) / 100 : Math.round(km))} km²`);
  return (
    <BlockStack gap="100">
      <strong>{t("zone.preview.overlaps", { count: all })}</strong>
      <List>
        {overlaps.slice(0, MOST_OVERLAPS).map(({ zoneId, name, wins, isEqual, places, squareKm }) => (
          <List.Item key={zoneId}>
            <strong>{name}</strong>: {[some(places), size(squareKm)].filter(Boolean).join(" · ")}{" "}
            <span className="bim-muted">{t(isEqual ? `zone.preview.equalWins.${wins}` : `zone.preview.wins.${wins}`)}</span>
          </List.Item>
        ))}
      </List>
      {all > MOST_OVERLAPS && <p className="bim-muted">{t("zone.preview.more", { count: all - MOST_OVERLAPS })}</p>}
      {more > 0 && <p className="bim-muted">{t("zone.preview.unlooked", { count: more })}</p>}
    </BlockStack>
  );
}
