import { DOCUMENT_TYPES } from "~/domain/document/document";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Series = { id: string; documentType: string; place: string; nextNumber: number; isDefault: boolean; isUsed: boolean };

/** Where documents are numbered: one place of each type is the default, others can be added. */
export function SeriesCard({ series }: { series: Series[] }) {
  const t = useWords();
  const types = DOCUMENT_TYPES.map((value) => ({ value, label: t(`states.kind.${value}`) }));
  const number = { inputMode: "numeric" as const, maxLength: 3 };
  return (
    <div id="series">
      <Section title={t("admin.settings.series")}>
        <Text as="p" tone="subdued">
          {t("admin.settings.seriesText")}
        </Text>
        <ul className="bim-list bim-taxes">
          {series.map((one) => (
            <SeriesRow key={one.id} series={one} />
          ))}
        </ul>
        {series.length > 0 && (
          <details className="bim-details">
            <summary>{t("admin.settings.addSeries")}</summary>
            <IntentForm key={series.length} intent="series" submit={t("admin.settings.addSeries")}>
              <FormLayout>
                <SelectInput name="documentType" label={t("admin.settings.field.documentType")} options={types} initial="invoice" />
                <FormLayout.Group condensed>
                  <TextInput name="establishment" label={t("admin.settings.field.establishment")} {...number} />
                  <TextInput name="emissionPoint" label={t("admin.settings.field.emissionPoint")} {...number} />
                  <TextInput name="nextNumber" label={t("admin.settings.field.nextNumber")} initial={1} inputMode="numeric" maxLength={9} />
                </FormLayout.Group>
              </FormLayout>
            </IntentForm>
          </details>
        )}
      </Section>
    </div>
  );
}

function SeriesRow({ series: { id, documentType, place, nextNumber, isDefault, isUsed } }: { series: Series }) {
  const t = useWords();
  return (
    <li className="bim-row">
      <div>
        <strong>{place}</strong>
        <div className="bim-muted">{t(`states.kind.${documentType}`)}</div>
      </div>
      <div>
        {isDefault ? (
          <Badge tone="success">{t("admin.settings.defaultSeries")}</Badge>
        ) : (
          <IntentForm intent="default-series" submit={t("admin.settings.makeDefault")} variant="secondary" hidden={{ seriesId: id }} />
        )}
      </div>
      {isUsed ? (
        <div className="bim-muted">{t("admin.settings.nextIs", { number: String(nextNumber).padStart(9, "0") })}</div>
      ) : (
        <IntentForm key={nextNumber} intent="series-start" submit={t("admin.save")} variant="secondary" hidden={{ seriesId: id }}>
          <TextInput
            name="nextNumber"
            label={t("admin.settings.field.nextNumber")}
            initial={nextNumber}
            inputMode="numeric"
            maxLength={9}
          />
        </IntentForm>
      )}
    </li>
  );
}
