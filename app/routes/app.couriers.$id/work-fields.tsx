import type { CourierTerms } from "~/domain/assignment/terms";
import { writeHours } from "~/domain/assignment/hours";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { WeekInput } from "~/ui/form/week";
import { FormLayout, Part } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = { terms: CourierTerms | null; currency: string };

const GRAMS = 1000;
export const DAILY_CAPACITY = 30;

/** When and how much somebody works: what keeps deliveries from being given to them. */
export function WorkFields({ terms, currency }: Props) {
  const t = useWords();
  const hoursOf = (weekday: number) => writeHours((terms?.shifts ?? []).filter(({ days }) => days.includes(weekday)));
  const holidays = [
    { value: "", label: t("admin.couriers.limits.holidaysAs") },
    { value: "yes", label: t("admin.couriers.limits.holidaysYes") },
    { value: "no", label: t("admin.couriers.limits.holidaysNo") },
  ];
  const worksOnHolidays = terms?.worksOnHolidays ?? null;
  return (
    <Part title={t("admin.couriers.limits.title")}>
      <FormLayout>
        <Amounts terms={terms} currency={currency} />
        <WeekInput name="shift" title={t("admin.couriers.limits.week")} help={t("admin.couriers.limits.weekHelp")} initial={hoursOf} />
        <FormLayout.Group>
          <TextInput
            name="daysOff"
            label={t("admin.couriers.limits.daysOff")}
            help={t("admin.couriers.limits.daysOffHelp")}
            initial={terms?.daysOff.join("\n")}
            multiline={2}
          />
          <SelectInput
            name="worksOnHolidays"
            label={t("admin.couriers.limits.holidays")}
            options={holidays}
            initial={worksOnHolidays === null ? "" : worksOnHolidays ? "yes" : "no"}
          />
        </FormLayout.Group>
        <CheckInput
          name="plateExempt"
          label={t("admin.couriers.limits.plateExempt")}
          help={t("admin.couriers.limits.plateExemptHelp")}
          initial={terms?.plateExempt ?? false}
        />
      </FormLayout>
    </Part>
  );
}

function Amounts({ terms, currency }: Props) {
  const t = useWords();
  const { amountToType, decimal } = useFormats();
  const { maxOpenStops = null, maxGrams = null, cashLimitMinor = null } = terms ?? {};
  return (
    <FormLayout>
      <FormLayout.Group>
        <TextInput
          name="dailyCapacity"
          label={t("admin.couriers.capacity")}
          help={t("admin.couriers.capacityHelp")}
          initial={terms?.dailyCapacity ?? DAILY_CAPACITY}
          inputMode="numeric"
        />
        <TextInput
          name="maxOpenStops"
          label={t("admin.couriers.limits.maxOpenStops")}
          help={t("admin.couriers.limits.maxOpenStopsHelp")}
          initial={maxOpenStops}
          inputMode="numeric"
        />
      </FormLayout.Group>
      <FormLayout.Group>
        <TextInput
          name="maxKilograms"
          label={t("admin.couriers.limits.maxKilograms")}
          help={t("admin.couriers.limits.maxKilogramsHelp")}
          initial={maxGrams === null ? "" : decimal(String(maxGrams / GRAMS))}
          inputMode="decimal"
          suffix="kg"
        />
        <TextInput
          name="cashLimit"
          label={t("admin.couriers.limits.cashLimit")}
          help={t("admin.couriers.limits.cashLimitHelp")}
          initial={cashLimitMinor === null ? "" : amountToType(cashLimitMinor, currency)}
          inputMode="decimal"
          prefix={currency}
        />
      </FormLayout.Group>
    </FormLayout>
  );
}
