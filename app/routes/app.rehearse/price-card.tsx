import type { CommissionBasis } from "~/domain/rate/commission";
import { CommissionParts } from "~/ui/commission";
import { Banner, Facts, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Rate = {
  code: string;
  name: string;
  priceMinor: number | null;
  isFree: boolean;
  surchargeMinor: number;
  day: string | null;
  lost: string | null;
};
type Props = {
  explanation: {
    rates: Rate[];
    outsideLimits: boolean;
    commissionMinor: number | null;
    commissionBasis: CommissionBasis | null;
    zone: { name: string } | null;
  };
  /** Of how many the order that is asked about consists. */
  deliveries: number;
  currency: string;
};

/** Each service with its price and day, or why it isn't offered; and what the courier earns, on what. */
export function PriceCard({ explanation: { rates, outsideLimits, commissionMinor, commissionBasis }, deliveries, currency }: Props) {
  const t = useWords();
  const { money, fiscalDate } = useFormats();
  const offer = ({ priceMinor, isFree, surchargeMinor, day }: Rate) =>
    [
      isFree ? t("rehearse.free") : money(priceMinor ?? 0, currency),
      surchargeMinor > 0 && t("rehearse.surcharge", { amount: money(surchargeMinor, currency) }),
      day && t("rehearse.by_day", { day: fiscalDate(day) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Section title={t("rehearse.prices")}>
      {outsideLimits && <Banner tone="warning">{t("rehearse.outsideLimits")}</Banner>}
      <Facts
        facts={[
          ...rates.map((rate): [string, string] => [rate.name, rate.lost ? t(`rehearse.notOffered.${rate.lost}`) : offer(rate)]),
          [t("admin.order.commission"), commissionBasis && <Earned key="earned" {...{ commissionMinor, commissionBasis, currency }} />],
        ]}
      />
      {deliveries > 1 && (
        <Text as="p" tone="subdued">
          {t("rehearse.split", { count: deliveries })}
        </Text>
      )}
    </Section>
  );
}

type Earning = { commissionMinor: number | null; commissionBasis: CommissionBasis; currency: string };

function Earned({ commissionMinor, commissionBasis, currency }: Earning) {
  const { money } = useFormats();
  return (
    <>
      <div>{money(commissionMinor ?? 0, currency)}</div>
      <CommissionParts basis={commissionBasis} currency={currency} />
    </>
  );
}
