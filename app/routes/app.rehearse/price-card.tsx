import { Banner, Facts, Section } from "~/ui/polaris";
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
  explanation: { rates: Rate[]; outsideLimits: boolean; commissionMinor: number | null; zone: { name: string } | null };
  currency: string;
};

/** Each service with its price and day, or why it isn't offered; and what the courier earns. */
export function PriceCard({ explanation: { rates, outsideLimits, commissionMinor }, currency }: Props) {
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
          [t("admin.order.commission"), commissionMinor === null ? null : money(commissionMinor, currency)],
        ]}
      />
    </Section>
  );
}
