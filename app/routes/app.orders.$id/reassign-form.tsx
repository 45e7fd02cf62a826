import type { DeliveryState } from "~/domain/delivery/states";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { useWords } from "~/ui/words";

type Props = { deliveryId: string; state: DeliveryState; courierId: string | null; couriers: { id: string; name: string }[] };

/** To another courier, or to the same one again where they don't have it any more; nothing where there is nobody else. */
export function ReassignForm({ deliveryId, state, courierId, couriers }: Props) {
  const t = useWords();
  const others = couriers.filter(({ id }) => id !== courierId || state !== "assigned");
  if (others.length === 0) return null;
  return (
    <IntentForm intent="reassign" submit={t("admin.order.reassign")} variant="secondary" hidden={{ deliveryId }}>
      <SelectInput
        name="courierId"
        label={t("admin.order.reassignTo")}
        placeholder={t("admin.form.choose")}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </IntentForm>
  );
}
