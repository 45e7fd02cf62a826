import { Checkbox, FormLayout, InlineStack, Select, TextField } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { useField, useWriting } from "./writing";

type TextProps = {
  path: string;
  label: string;
  help?: string;
  hiddenLabel?: boolean;
  money?: boolean;
  suffix?: string;
  prefix?: string;
  placeholder?: string;
  multiline?: number;
  maxLength?: number;
  numeric?: boolean;
};

/** A text of the draft. Sums bear the zone's currency. */
export function DraftText({ path, label, help, hiddenLabel, money, numeric, prefix, ...rest }: TextProps) {
  const { currency } = useWriting();
  const { value, set, error } = useField<string>(path);
  return (
    <TextField
      {...rest}
      name={path}
      label={label}
      labelHidden={hiddenLabel}
      helpText={help}
      value={value}
      onChange={set}
      error={error}
      autoComplete="off"
      prefix={money ? currency : prefix}
      inputMode={money || numeric ? "decimal" : undefined}
    />
  );
}

export function DraftCheck({ path, label, help }: Pick<TextProps, "path" | "label" | "help">) {
  const { value, set } = useField<boolean>(path);
  return <Checkbox name={path} label={label} helpText={help} checked={value} onChange={set} />;
}

type Option = { value: string; label: string };

export function DraftSelect({
  path,
  label,
  help,
  options,
  hiddenLabel,
}: Pick<TextProps, "path" | "label" | "help" | "hiddenLabel"> & { options: Option[] }) {
  const { value, set, error } = useField<string>(path);
  return (
    <Select
      name={path}
      label={label}
      labelHidden={hiddenLabel}
      helpText={help}
      options={options}
      value={value}
      onChange={set}
      error={error}
    />
  );
}

/** Monday first, as calendars hang in Latin America. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

export function DraftDays({ path }: { path: string }) {
  const t = useWords();
  const { value, set, error } = useField<number[]>(path);
  const toggle = (day: number, isOn: boolean) => set(isOn ? [...value, day] : value.filter((one) => one !== day));
  return (
    <div role="group" aria-label={t("zone.days")}>
      <InlineStack gap="300">
        {WEEK.map((day) => (
          <Checkbox key={day} label={t(`zone.weekday.${day}`)} checked={value.includes(day)} onChange={(isOn) => toggle(day, isOn)} />
        ))}
      </InlineStack>
      {error && (
        <p role="alert" className="bim-wrong">
          {error}
        </p>
      )}
    </div>
  );
}

/** From one time of the day to another; nothing written is the whole day. */
export function DraftTimes({ path }: { path: string }) {
  const t = useWords();
  return (
    <FormLayout.Group condensed>
      <DraftText path={`${path}.from`} label={t("zone.from")} placeholder="00:00" maxLength={5} />
      <DraftText path={`${path}.to`} label={t("zone.to")} placeholder="24:00" maxLength={5} />
    </FormLayout.Group>
  );
}

/** What is wrong with a list as a whole. */
export function DraftProblem({ path }: { path: string }) {
  const { error } = useField(path);
  return error ? (
    <p role="alert" className="bim-wrong">
      {error}
    </p>
  ) : null;
}
