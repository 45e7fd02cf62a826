import { FormLayout, Text } from "@shopify/polaris";
import { useWords } from "~/ui/words";
import { TextInput } from "./fields";

/** Monday first, as calendars hang in Latin America. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

type Props = { name: string; title: string; help: string; initial(weekday: number): string; inputMode?: "numeric" };

/** One field for each day of the week, named `<name><weekday>` (0 Sunday). */
export function WeekInput({ name, title, help, initial, inputMode }: Props) {
  const t = useWords();
  return (
    <fieldset className="bim-week">
      <legend>{title}</legend>
      <Text as="p" tone="subdued">
        {help}
      </Text>
      <FormLayout>
        <div className="bim-week-days">
          {WEEK.map((day) => (
            <TextInput
              key={day}
              name={`${name}${day}`}
              label={t(`zone.weekday.${day}`)}
              initial={initial(day)}
              maxLength={60}
              {...(inputMode ? { inputMode } : {})}
            />
          ))}
        </div>
      </FormLayout>
    </fieldset>
  );
}
