import type { ServiceDraft } from "~/domain/zone-draft/draft";
import { BlockStack, Button, FormLayout, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftProblem, DraftText } from "./fields";
import { useField, useWriting } from "./writing";

/** One price, or a table of them: each row goes on where the row before ends, so that nothing lies between them. */
export function BandRows({ path, service: { basis, bands } }: { path: string; service: ServiceDraft }) {
  const t = useWords();
  const { currency } = useWriting();
  const { set } = useField<ServiceDraft["bands"]>(`${path}.bands`);
  if (basis === "flat")
    return (
      <FormLayout>
        <DraftText path={`${path}.bands.0.base`} label={t("zone.price.price")} help={t("zone.price.priceHelp")} money />
      </FormLayout>
    );
  const unit = { weight: "kg", value: currency, items: t("zone.price.pieces") }[basis];
  const last = bands.at(-1);
  return (
    <BlockStack gap="200">
      {bands.map((_band, row) => (
        <div key={row} className="bim-band">
          <DraftText
            path={`${path}.bands.${row}.upTo`}
            label={t("zone.price.upTo", { from: from(bands, row) })}
            suffix={unit}
            placeholder={t("zone.price.noEnd")}
            numeric
          />
          <DraftText path={`${path}.bands.${row}.base`} label={t("zone.price.base")} money />
          <DraftText path={`${path}.bands.${row}.perUnit`} label={t(`zone.price.per.${basis}`)} money />
          <Button
            variant="plain"
            tone="critical"
            accessibilityLabel={t("zone.price.removeRow", { row: row + 1 })}
            disabled={bands.length === 1}
            onClick={() => set(bands.filter((_one, other) => other !== row))}
          >
            {t("zone.remove")}
          </Button>
        </div>
      ))}
      <DraftProblem path={`${path}.bands`} />
      {last && last.upTo.trim() !== "" && <p className="bim-muted">{t("zone.price.ends", { at: `${last.upTo} ${unit}` })}</p>}
      <InlineStack>
        <Button onClick={() => set([...bands, { upTo: "", base: "", perUnit: "" }])}>{t("zone.price.addRow")}</Button>
      </InlineStack>
    </BlockStack>
  );
}

const from = (bands: ServiceDraft["bands"], row: number): string => (row === 0 ? "0" : bands[row - 1]!.upTo.trim() || "?");
