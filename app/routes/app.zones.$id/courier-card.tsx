import { STRATEGIES, type Strategy } from "~/domain/assignment/terms";
import { BlockStack, Button, InlineStack, Section, Select } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { useField } from "./writing";

type Courier = { id: string; name: string; active: boolean };

/** Who delivers, in the order in which "first in the list" takes them. */
export function CourierCard({ couriers, shopStrategy }: { couriers: Courier[]; shopStrategy: Strategy }) {
  const t = useWords();
  const { value: chosen, set } = useField<string[]>("courierIds");
  const strategy = useField<string>("strategy");
  const rule = (one: Strategy) => t(`admin.settings.assignment.by.${one}`);
  const named = (id: string) => {
    const courier = couriers.find((one) => one.id === id);
    return courier ? (courier.active ? courier.name : `${courier.name} (${t("states.inactive")})`) : id;
  };
  const move = (at: number, by: number) => {
    const next = [...chosen];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    set(next);
  };
  const free = couriers.filter(({ id }) => !chosen.includes(id));
  return (
    <Section title={t("zone.couriers.title")}>
      <BlockStack gap="300">
        {couriers.length === 0 && <p>{t("admin.couriers.emptyText")}</p>}
        {chosen.length > 0 && (
          <ol className="bim-ranked">
            {chosen.map((id, at) => (
              <li key={id}>
                <span>{named(id)}</span>
                <InlineStack gap="200" wrap={false}>
                  <Button
                    size="micro"
                    disabled={at === 0}
                    accessibilityLabel={t("zone.couriers.up", { name: named(id) })}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="micro"
                    disabled={at === chosen.length - 1}
                    accessibilityLabel={t("zone.couriers.down", { name: named(id) })}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    size="micro"
                    tone="critical"
                    accessibilityLabel={t("zone.couriers.remove", { name: named(id) })}
                    onClick={() => set(chosen.filter((one) => one !== id))}
                  >
                    {t("zone.remove")}
                  </Button>
                </InlineStack>
              </li>
            ))}
          </ol>
        )}
        <Select
          label={t("admin.settings.assignment.strategy")}
          helpText={t("admin.settings.assignment.strategyHelp")}
          value={strategy.value}
          onChange={strategy.set}
          options={[
            { value: "", label: t("admin.zones.assignment.shops", { strategy: rule(shopStrategy) }) },
            ...STRATEGIES.map((value) => ({ value, label: rule(value) })),
          ]}
        />
        {free.length > 0 && (
          <Select
            label={t("zone.couriers.add")}
            value=""
            onChange={(id) => id && set([...chosen, id])}
            options={[{ value: "", label: t("zone.couriers.choose") }, ...free.map(({ id }) => ({ value: id, label: named(id) }))]}
          />
        )}
      </BlockStack>
    </Section>
  );
}
