import { canBePackedAnew } from "~/domain/delivery/parcels";
import type { DeliveryState } from "~/domain/delivery/states";
import type { WayMethod } from "~/domain/order/way";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { useWords } from "~/ui/words";

type Props = { deliveryId: string; method: WayMethod; state: DeliveryState; parcels: number };

/** How many parcels a courier will be given, while it is not on its way: as many labels are printed. */
export function ParcelsForm({ deliveryId, method, state, parcels }: Props) {
  const t = useWords();
  if (method !== "courier" || !canBePackedAnew(state)) return null;
  return (
    <IntentForm intent="parcels" submit={t("admin.save")} variant="secondary" hidden={{ deliveryId }}>
      <TextInput
        name="parcels"
        label={t("admin.order.parcels")}
        help={t("admin.order.parcelsHelp")}
        inputMode="numeric"
        maxLength={2}
        initial={parcels}
      />
    </IntentForm>
  );
}
