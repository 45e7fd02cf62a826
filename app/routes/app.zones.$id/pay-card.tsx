import { COMMISSION_KINDS } from "~/domain/rate/commission";
import { BlockStack, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftSelect, DraftText } from "./fields";
import { Fold } from "./fold";
import { PaidHours } from "./paid-hours";
import { amountField, bonusSays } from "./summaries";
import { useWriting } from "./writing";

/** What the courier earns. */
export function PayCard() {
  const t = useWords();
  const { draft, currency } = useWriting();
  const { commission } = draft;
  const field = amountField(commission.kind);
  return (
    <Section title={t("zone.pay.title")}>
      <BlockStack gap="300">
        <FormLayout>
          <FormLayout.Group>
            <DraftSelect
              path="commission.kind"
              label={t("zone.pay.kind")}
              options={COMMISSION_KINDS.map((value) => ({ value, label: t(`zone.pay.by.${value}`) }))}
            />
            <DraftText
              path={`commission.${field}`}
              label={t(`zone.pay.${field}`)}
              help={t(`zone.pay.help.${commission.kind}`)}
              {...(field === "amount" ? { money: true } : { numeric: true, suffix: "%" })}
            />
          </FormLayout.Group>
        </FormLayout>
        <Fold
          title={t("zone.pay.more")}
          says={bonusSays(commission, currency, t)}
          paths={["commission.bonuses", "commission.min", "commission.max"]}
        >
          <BlockStack gap="300">
            <FormLayout>
              <FormLayout.Group condensed>
                <DraftText path="commission.min" label={t("zone.pay.min")} money />
                <DraftText path="commission.max" label={t("zone.pay.max")} money />
              </FormLayout.Group>
            </FormLayout>
            <PaidHours path="commission.bonuses" add={t("zone.pay.addBonus")} amount={t("zone.pay.bonus")} />
          </BlockStack>
        </Fold>
      </BlockStack>
    </Section>
  );
}
