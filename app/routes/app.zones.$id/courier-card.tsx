import { STRATEGIES } from "~/domain/assignment/terms";
import { BlockStack, Button, InlineStack, Section, Select } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftSelect } from "./fields";
import { useField } from "./writing";

type Courier = { id: string; name: string; active: boolean };

/** Who delivers, in the order in which "first in the list" takes them. */
export function CourierCard({ couriers }: { couriers: Courier[] }) {
  const t = useWords();
  const { value: chosen, set } = useField<string[]>("courierIds");
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
        {free.length > 0 && (
          <Select
            label={t("zone.couriers.add")}
            value=""
            onChange={(id) => id && set([...chosen, id])}
            options={[{ value: "", label: t("zone.couriers.choose") }, ...free.map(({ id }) => ({ value: id, label: named(id) }))]}
          />
        )}
        {chosen.length > 1 && <Strategy />}
      </BlockStack>
    </Section>
  );
}

/** By which rule they get deliveries, where it is not the shop's. */
function Strategy() {
  const t = useWords();
  const options = STRATEGIES.map((value) => ({ value, label: t(`admin.settings.assignment.by.${value}`) }));
  return (
    <DraftSelect
      path="strategy"
      label={t("zone.couriers.strategy")}
      help={t("zone.couriers.strategyHelp")}
      options={[{ value: "", label: t("zone.couriers.asShop") }, ...options]}
    />
  );
}
