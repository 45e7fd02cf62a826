import { Link } from "@remix-run/react";
import type { CourierMoney, HandOverView } from "~/domain/settlement/courier-money";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, Facts, Part, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

/** `newId`: of a hand-over that the merchant would begin. */
type Props = { courierId: string; money: CourierMoney; newId: string };

/** The cash that a courier has, and what each side says of cash that changed hands. */
export function CashCard({ courierId, money: { balance, cashLimitMinor, currency, handOvers }, newId }: Props) {
  const t = useWords();
  const { money } = useFormats();
  return (
    <Section title={t("admin.cash.title")} aside={<Link to={`/app/settlements?courier=${courierId}`}>{t("admin.cash.settlements")}</Link>}>
      <Facts
        facts={[
          [t("admin.settlements.fact.cash"), money(balance.cashInHand, currency)],
          [t("admin.cash.limit"), cashLimitMinor !== null && money(cashLimitMinor, currency)],
          [t("admin.settlements.fact.closing"), money(balance.owed, currency)],
        ]}
      />
      {handOvers.map((handOver) => (
        <OneHandOver key={handOver.id} handOver={handOver} currency={currency} />
      ))}
      <Part title={t("admin.cash.record")}>
        <Text as="p" tone="subdued">
          {t("admin.cash.recordText")}
        </Text>
        <CountForm
          key={newId}
          id={newId}
          initial={Math.max(0, balance.cashInHand)}
          currency={currency}
          submit={t("admin.cash.recordSubmit")}
        />
      </Part>
    </Section>
  );
}

function OneHandOver({ handOver, currency }: { handOver: HandOverView; currency: string }) {
  const t = useWords();
  const { money, fiscalDate } = useFormats();
  const { id, day, state, courierMinor, shopMinor } = handOver;
  const said = (minor: number | null) => minor !== null && money(minor, currency);
  return (
    <Part title={t("admin.cash.of", { day: fiscalDate(day) })}>
      <Facts
        facts={[
          [t("admin.cash.courierSays"), said(courierMinor)],
          [t("admin.cash.shopSays"), said(shopMinor)],
          [
            t("admin.cash.where"),
            <Badge key="state" tone={state === "agreed" ? "success" : "attention"}>
              {t(`admin.cash.state.${state}`)}
            </Badge>,
          ],
        ]}
      />
      {(state === "awaits_shop" || state === "differs") && (
        <CountForm id={id} initial={courierMinor ?? 0} currency={currency} submit={t("admin.cash.confirm")} />
      )}
    </Part>
  );
}

function CountForm({ id, initial, currency, submit }: { id: string; initial: number; currency: string; submit: string }) {
  const t = useWords();
  const { amountToType } = useFormats();
  return (
    <IntentForm intent="count-cash" submit={submit} variant="secondary" hidden={{ handOverId: id }}>
      <TextInput name="minor" label={t("admin.cash.amount", { currency })} initial={amountToType(initial, currency)} inputMode="decimal" />
    </IntentForm>
  );
}
