import { useState } from "react";
import { writeHours } from "~/domain/assignment/hours";
import { QUITO, type PlateTable } from "~/domain/assignment/plates";
import { STRATEGIES, type AssignmentRules } from "~/domain/assignment/terms";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { WeekInput } from "~/ui/form/week";
import { Banner, Button, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** Who gets a delivery, and when couriers may not work. */
export function AssignmentCard({ strategy, holidaysWorked, plates }: AssignmentRules) {
  const t = useWords();
  const [preset, setPreset] = useState<PlateTable | null>(null);
  return (
    <div id="assignment">
      <Section title={t("admin.settings.assignment.title")}>
        <IntentForm intent="assignment" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput
              name="strategy"
              label={t("admin.settings.assignment.strategy")}
              help={t("admin.settings.assignment.strategyHelp")}
              options={STRATEGIES.map((value) => ({ value, label: t(`admin.settings.assignment.by.${value}`) }))}
              initial={strategy}
            />
            <CheckInput
              name="holidaysWorked"
              label={t("admin.settings.assignment.holidaysWorked")}
              help={t("admin.settings.assignment.holidaysHelp")}
              initial={holidaysWorked}
            />
            <PlateFields key={preset ? "preset" : "kept"} plates={preset ?? plates} />
            {preset && <Banner tone="info">{t("admin.settings.assignment.quitoText")}</Banner>}
            <div>
              <Button onClick={() => setPreset(QUITO)}>{t("admin.settings.assignment.quito")}</Button>
            </div>
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}

function PlateFields({ plates }: { plates: PlateTable }) {
  const t = useWords();
  return (
    <FormLayout>
      <WeekInput
        name="digits"
        title={t("admin.settings.assignment.plates")}
        help={t("admin.settings.assignment.platesHelp")}
        initial={(day) => (plates.digits[day] ?? []).join(", ")}
        inputMode="numeric"
      />
      <TextInput
        name="plateHours"
        label={t("admin.settings.assignment.plateHours")}
        help={t("admin.settings.assignment.plateHoursHelp")}
        initial={writeHours(plates.hours)}
        maxLength={80}
      />
    </FormLayout>
  );
}
