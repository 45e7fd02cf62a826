import { useState } from "react";
import { STRATEGIES, type Strategy } from "~/domain/assignment/terms";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Button, ButtonGroup, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Zone = { strategy: Strategy | null; courierIds: string[] };
type Props = { zone: Zone; couriers: { id: string; name: string }[]; shopStrategy: Strategy };

/** By which rule the zone's couriers get its deliveries, and in which order they stand. */
export function AssignmentCard({ zone, couriers, shopStrategy }: Props) {
  const t = useWords();
  const inWords = (strategy: Strategy) => t(`admin.settings.assignment.by.${strategy}`);
  const options = [
    { value: "", label: t("admin.zones.assignment.shops", { strategy: inWords(shopStrategy) }) },
    ...STRATEGIES.map((value) => ({ value, label: inWords(value) })),
  ];
  return (
    <div className="bim-after">
      <Section title={t("admin.zones.assignment.title")}>
        <IntentForm intent="assignment" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput
              name="strategy"
              label={t("admin.settings.assignment.strategy")}
              help={t("admin.settings.assignment.strategyHelp")}
              options={options}
              initial={zone.strategy ?? ""}
            />
            {zone.courierIds.length > 1 && <Ranked ids={zone.courierIds} couriers={couriers} />}
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}

function Ranked({ ids, couriers }: { ids: string[]; couriers: Props["couriers"] }) {
  const t = useWords();
  const [order, setOrder] = useState(ids);
  const swap = (at: number, other: number) =>
    setOrder(order.map((id, place) => (place === at ? order[other]! : place === other ? order[at]! : id)));
  return (
    <div>
      <Text as="p">{t("admin.zones.assignment.order")}</Text>
      <ol className="bim-ranked">
        {order.map((id, at) => {
          const name = couriers.find((courier) => courier.id === id)?.name ?? "";
          return (
            <li key={id}>
              <input type="hidden" name="courierIds" value={id} />
              <span>
                {at + 1}. {name}
              </span>
              <ButtonGroup variant="segmented">
                <Button accessibilityLabel={t("admin.zones.assignment.up", { name })} disabled={at === 0} onClick={() => swap(at, at - 1)}>
                  ↑
                </Button>
                <Button
                  accessibilityLabel={t("admin.zones.assignment.down", { name })}
                  disabled={at === order.length - 1}
                  onClick={() => swap(at, at + 1)}
                >
                  ↓
                </Button>
              </ButtonGroup>
            </li>
          );
        })}
      </ol>
      <Text as="p" tone="subdued">
        {t("admin.zones.assignment.orderHelp")}
      </Text>
    </div>
  );
}
