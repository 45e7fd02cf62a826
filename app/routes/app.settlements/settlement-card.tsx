import type { SettlementState } from "~/domain/settlement/settlement-state";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, Facts, InlineStack, Section, Text } from "~/ui/polaris";
import { periodText } from "~/ui/statement-print";
import { useFormats, useWords } from "~/ui/words";

type Settlement = {
  id: string;
  number: number;
  state: SettlementState;
  sha256: string;
  issuedAt: string;
  answeredAt: string | null;
  dispute: string | null;
  paidAt: string | null;
  paidMinor: number | null;
  period: { from: string | null; until: string };
  closing: { owed: number; cashInHand: number };
  url: string;
};
const TONES = { issued: "info", disputed: "critical", countersigned: "attention", paid: "success", withdrawn: undefined } as const;

/** A statement that was issued: where it stands, its table and print, and what may be done next. */
export function SettlementCard({ settlement, currency }: { settlement: Settlement; currency: string }) {
  const t = useWords();
  const formats = useFormats();
  const { money, amountToType, dateTime, locale } = formats;
  const { id: settlementId, number, state, sha256, issuedAt, answeredAt, dispute, paidAt, paidMinor, period, closing, url } = settlement;
  return (
    <Section
      title={t("admin.settlements.number", { number })}
      aside={<Badge tone={TONES[state]}>{t(`admin.settlements.state.${state}`)}</Badge>}
    >
      <Facts
        facts={[
          [t("admin.settlements.column.period"), periodText(t, formats, period)],
          [t("admin.settlements.fact.closing"), money(closing.owed, currency)],
          [t("admin.settlements.fact.cash"), money(closing.cashInHand, currency)],
          [t("admin.settlements.issued"), dateTime(issuedAt)],
          [t("admin.settlements.answeredAt"), answeredAt && dateTime(answeredAt)],
          [t("admin.settlements.dispute"), dispute],
          [t("admin.settlements.paid"), paidAt && `${money(paidMinor ?? 0, currency)} · ${dateTime(paidAt)}`],
          [t("admin.settlements.hash"), <code key="hash">{sha256}</code>],
        ]}
      />
      <InlineStack gap="400">
        <a href={`${url}?locale=${locale}`} target="_blank" rel="noreferrer">
          {t("admin.settlements.csv")}
        </a>
        <a href={`${url}?locale=${locale}&print=1`} target="_blank" rel="noreferrer">
          {t("admin.settlements.print")}
        </a>
      </InlineStack>
      {(state === "issued" || state === "disputed" || state === "countersigned") && (
        <Text as="p" tone="subdued">
          {t(`admin.settlements.next.${state}`)}
        </Text>
      )}
      {state === "countersigned" && (
        <IntentForm intent="pay" submit={t("admin.settlements.pay")} hidden={{ settlementId }}>
          <TextInput
            name="minor"
            label={t("admin.settlements.payAmount", { currency })}
            initial={amountToType(closing.owed, currency)}
            inputMode="decimal"
          />
        </IntentForm>
      )}
      {(state === "issued" || state === "disputed") && (
        <IntentForm
          intent="withdraw"
          submit={t("admin.settlements.withdraw")}
          variant="secondary"
          tone="critical"
          hidden={{ settlementId }}
        />
      )}
    </Section>
  );
}
