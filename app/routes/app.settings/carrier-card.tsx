import { IntentForm } from "~/ui/form/form";
import { Badge, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

const TONES = {
  unknown: undefined,
  active: "success",
  not_on_plan: "warning",
  no_scope: "warning",
  bad_callback: "critical",
  refused: "critical",
} as const;
type Props = { state: keyof typeof TONES; reason: string | null };

/** Whether checkout asks us for prices; if Shopify doesn't allow it, why, what to do, and a way to ask again. */
export function CarrierCard({ state, reason }: Props) {
  const t = useWords();
  const isRefused = state !== "active" && state !== "unknown";
  return (
    <div id="carrier">
      <Section title={t("admin.settings.carrier")} aside={<Badge tone={TONES[state]}>{t(`admin.settings.carrierState.${state}`)}</Badge>}>
        <Text as="p">{t(`admin.settings.carrierText.${state}`)}</Text>
        {isRefused && reason && (
          <Text as="p" tone="subdued">
            {t("admin.settings.carrierReason", { reason })}
          </Text>
        )}
        {isRefused && <IntentForm intent="carrier-again" submit={t("admin.settings.carrierAgain")} variant="secondary" />}
      </Section>
    </div>
  );
}
