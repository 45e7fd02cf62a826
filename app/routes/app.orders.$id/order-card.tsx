import type { SaleOrder } from "~/domain/order/order";
import { Divider, Facts, Section } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = {
  sale: Pick<
    SaleOrder,
    | "lines"
    | "shippingLines"
    | "tipMinor"
    | "totalMinor"
    | "currency"
    | "paymentType"
    | "financialStatus"
    | "email"
    | "phone"
    | "taxesIncluded"
  >;
  captureBy: { at: string } | null;
  now: string;
};

const taxOf = (lines: { taxLines: { amountMinor: number }[] }[]): number =>
  lines.flatMap(({ taxLines }) => taxLines).reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** What was bought and what it came to, as Shopify has it. */
export function OrderCard({ sale, captureBy, now }: Props) {
  const t = useWords();
  const { money, dateTime, left } = useFormats();
  const amount = (minor: number) => money(minor, sale.currency);
  const shipping = sale.shippingLines.reduce((sum, { netMinor }) => sum + netMinor, 0);
  return (
    <Section title={t("admin.order.order")}>
      <Facts facts={sale.lines.map(({ title, quantity, netMinor }) => [`${quantity} × ${title}`, amount(netMinor)])} />
      <Divider />
      <Facts
        facts={[
          [t("admin.order.shipping"), sale.shippingLines.length > 0 ? amount(shipping) : t("admin.order.noShipping")],
          [t("admin.order.tip"), sale.tipMinor > 0 ? amount(sale.tipMinor) : null],
          [t(sale.taxesIncluded ? "admin.order.taxIncluded" : "admin.order.tax"), amount(taxOf([...sale.lines, ...sale.shippingLines]))],
          [t("admin.order.total"), <strong key="total">{amount(sale.totalMinor)}</strong>],
          [
            t("admin.order.payment"),
            `${t(`states.payment.${sale.paymentType}`)} · ${t(`states.financial.${sale.financialStatus}`, { defaultValue: sale.financialStatus })}`,
          ],
          [t("admin.order.captureBy"), captureBy && `${dateTime(captureBy.at)} (${left(captureBy.at, now)})`],
          [t("admin.order.email"), sale.email],
          [t("admin.order.phone"), sale.phone],
        ]}
      />
    </Section>
  );
}
