import { Badge, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** Whether checkout asks us for prices, and what to do when the plan doesn't allow it. */
export function CarrierCard({ state }: { state: "unknown" | "active" | "not_on_plan" }) {
  const t = useWords();
  const tone = { unknown: undefined, active: "success", not_on_plan: "warning" } as const;
  return (
    <div id="carrier">
      <Section title={t("admin.settings.carrier")} aside={<Badge tone={tone[state]}>{t(`admin.settings.carrierState.${state}`)}</Badge>}>
        <Text as="p">{t(`admin.settings.carrierText.${state}`)}</Text>
      </Section>
    </div>
  );
}
