import type { Strategy } from "~/domain/assignment/terms";
import { formatMinor } from "~/domain/money/money";
import { ALWAYS, type Service } from "~/domain/rate/service";
import { servedDays } from "~/domain/zone/served-days";
import { writtenParts } from "~/domain/zone/zone-summary";
import type { AreaPart } from "~/domain/zone/area";
import { CheckInput, TextInput } from "~/ui/form/fields";
import { WEEK } from "~/ui/form/week";
import { BlockStack, FormLayout, InlineStack, Part, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

export type ShownZone = {
  name: string;
  priority: number;
  area: { countryCode: string; include: AreaPart[]; exclude: AreaPart[] };
  services: Service[];
  commission: { amountMinor: number };
  hours: { days: number[]; from: number; to: number }[];
  daysOff: string[];
  orderMinMinor: number | null;
  orderMaxMinor: number | null;
  cashAllowed: boolean;
  courierIds: string[];
  strategy: Strategy | null;
  active: boolean;
};
type Props = { zone: ShownZone | null; currency: string };

export function WhereFields({ zone, nextPriority }: Pick<Props, "zone"> & { nextPriority: number }) {
  const t = useWords();
  const { include = [], exclude = [], countryCode = "EC" } = zone?.area ?? {};
  const lines = (parts: AreaPart[], kind: "place" | "postal") => writtenParts(parts, kind).join("\n");
  return (
    <Part title={t("admin.zones.where")}>
      <FormLayout>
        <TextInput name="name" label={t("admin.zones.name")} initial={zone?.name} maxLength={80} />
        <TextInput
          name="places"
          label={t("admin.zones.places")}
          help={t("admin.zones.placesHelp")}
          initial={lines(include, "place")}
          multiline={4}
        />
        <TextInput
          name="excluded"
          label={t("admin.zones.excluded")}
          help={t("admin.zones.excludedHelp")}
          initial={lines(exclude, "place")}
          multiline={2}
        />
        <TextInput
          name="postalPatterns"
          label={t("admin.zones.postalPatterns")}
          help={t("admin.zones.postalHelp")}
          initial={lines(include, "postal")}
          multiline={2}
        />
        <FormLayout.Group>
          <TextInput name="countryCode" label={t("admin.zones.country")} initial={countryCode} maxLength={2} />
          <TextInput
            name="priority"
            label={t("admin.zones.priority")}
            help={t("admin.zones.priorityHelp")}
            initial={zone?.priority ?? nextPriority}
            inputMode="numeric"
          />
        </FormLayout.Group>
      </FormLayout>
    </Part>
  );
}

export function MoneyFields({ zone, currency }: Props) {
  const t = useWords();
  const inWords = (minor: number | null | undefined) => (minor === null || minor === undefined ? "" : formatMinor(minor, currency));
  const money = { prefix: currency, inputMode: "decimal" } as const;
  const { bands, freeAboveMinor } = zone?.services[0]?.rate ?? {};
  return (
    <Part title={t("admin.zones.money")}>
      <FormLayout>
        <FormLayout.Group>
          <TextInput
            name="rate"
            label={t("admin.zones.rate")}
            help={t("admin.zones.rateHelp")}
            initial={inWords(bands?.[0]?.baseMinor)}
            {...money}
          />
          <TextInput
            name="commission"
            label={t("admin.zones.commission")}
            help={t("admin.zones.commissionHelp")}
            initial={inWords(zone?.commission.amountMinor)}
            {...money}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextInput name="freeAbove" label={t("admin.zones.freeAbove")} initial={inWords(freeAboveMinor)} {...money} />
          <TextInput name="orderMin" label={t("admin.zones.orderMin")} initial={inWords(zone?.orderMinMinor)} {...money} />
          <TextInput name="orderMax" label={t("admin.zones.orderMax")} initial={inWords(zone?.orderMaxMinor)} {...money} />
        </FormLayout.Group>
        <CheckInput name="cashAllowed" label={t("admin.zones.cashAllowed")} initial={zone?.cashAllowed ?? true} />
      </FormLayout>
    </Part>
  );
}

export function DayFields({ zone }: Pick<Props, "zone">) {
  const t = useWords();
  const served = servedDays(zone ?? { hours: [], daysOff: [] }).weekdays;
  const cutOff = zone?.services[0]?.cutOff ?? ALWAYS;
  const clock = `${String(Math.floor(cutOff / 60)).padStart(2, "0")}:${String(cutOff % 60).padStart(2, "0")}`;
  return (
    <Part title={t("admin.zones.days")}>
      <BlockStack gap="300">
        <InlineStack gap="300">
          {WEEK.map((day) => (
            <CheckInput
              key={day}
              name="weekdays"
              value={String(day)}
              label={t(`admin.zones.weekday.${day}`)}
              initial={served.includes(day)}
            />
          ))}
        </InlineStack>
        <TextInput
          name="cutOff"
          label={t("admin.zones.cutOff")}
          help={t("admin.zones.cutOffHelp")}
          initial={cutOff === ALWAYS ? "" : clock}
          maxLength={5}
        />
      </BlockStack>
    </Part>
  );
}

type Couriers = { couriers: { id: string; name: string; active: boolean }[]; chosen: string[] };

export function CourierFields({ couriers, chosen }: Couriers) {
  const t = useWords();
  return (
    <Part title={t("admin.zones.couriers")}>
      <BlockStack gap="100">
        {couriers.length === 0 && <Text as="p">{t("admin.couriers.emptyText")}</Text>}
        {couriers.map(({ id, name, active }) => (
          <CheckInput
            key={id}
            name="courierIds"
            value={id}
            label={active ? name : `${name} (${t("states.inactive")})`}
            initial={chosen.includes(id)}
          />
        ))}
      </BlockStack>
    </Part>
  );
}
