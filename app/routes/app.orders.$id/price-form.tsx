import { IntentForm } from "~/ui/form/form";
import { Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";

const ABOUT_PRICE = ["shipping_not_charged", "price_differs", "order_edit_no_scope", "order_edit_refused"];

type Props = { deliveryId: string; attention: Worded | null; currency: string };

/** Where the order's shipping is not the zone's: what putting it right would do to the buyer, and the click that does it. */
export function PriceForm({ deliveryId, attention, currency }: Props) {
  const t = useWords();
  const { money } = useFormats();
  if (!attention || !ABOUT_PRICE.includes(attention.code)) return null;
  const { charged = 0, zone = 0 } = attention.params ?? {};
  const difference = Math.round((Number(zone) - Number(charged)) * 100);
  const what = difference < 0 ? "admin.order.priceLess" : "admin.order.priceMore";
  return (
    <IntentForm
      intent="charge-zone-price"
      submit={t("admin.order.chargeZonePrice", { amount: money(Math.round(Number(zone) * 100), currency) })}
      done={t("admin.order.chargeAsked")}
      variant="secondary"
      hidden={{ deliveryId }}
    >
      <Text as="p" tone="subdued">
        {t(what, { amount: money(Math.abs(difference), currency) })}
      </Text>
    </IntentForm>
  );
}
