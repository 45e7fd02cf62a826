import { Attention } from "~/ui/attention";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, Banner, Section, Text } from "~/ui/polaris";
import type { Worded } from "~/ui/worded";
import { useFormats, useWords } from "~/ui/words";

const TONES = { off: undefined, waiting: undefined, written: "success", drifted: "warning", refused: "critical" } as const;

export type NativeState = {
  setting: "auto" | "off";
  isInUse: boolean;
  state: keyof typeof TONES;
  problem: Worded | null;
  drift: { name: string; what: "deleted" | "edited" }[];
  tooLarge: string[];
  unsaid: { zone: string; code: string; service: string | null; isLeftOut: boolean }[];
  checkedAt: string | null;
};

/** The zones' prices in the shop's own shipping settings: whether they stand there, what somebody changed, and what can't be said there. */
export function NativeCard({ setting, isInUse, state, problem, drift, tooLarge, unsaid, checkedAt }: NativeState) {
  const t = useWords();
  const { dateTime } = useFormats();
  const options = (["auto", "off"] as const).map((value) => ({ value, label: t(`admin.native.${value}`) }));
  return (
    <div id="native">
      <Section title={t("admin.native.title")} aside={<Badge tone={TONES[state]}>{t(`admin.native.state.${state}`)}</Badge>}>
        <Text as="p">{t(isInUse ? "admin.native.text" : "admin.native.textOff")}</Text>
        {problem && <Attention worded={problem} tone="critical" />}
        {drift.length > 0 && (
          <Banner tone="warning" title={t("admin.native.drift")}>
            <ul>
              {drift.map(({ name, what }) => (
                <li key={name}>{t(`admin.native.${what}`, { name })}</li>
              ))}
            </ul>
          </Banner>
        )}
        {tooLarge.length > 0 && <Banner tone="warning">{t("admin.native.tooLarge", { zones: tooLarge.join(", ") })}</Banner>}
        {unsaid.length > 0 && <UnsaidList unsaid={unsaid} />}
        {(drift.length > 0 || problem) && (
          <IntentForm intent="native-repair" submit={t("admin.native.repair")} done={t("admin.native.asked")} variant="secondary" />
        )}
        <IntentForm intent="native-rates" submit={t("admin.save")}>
          <SelectInput
            name="nativeRates"
            label={t("admin.native.choice")}
            help={t("admin.native.help")}
            options={options}
            initial={setting}
          />
        </IntentForm>
        {checkedAt && (
          <Text as="p" tone="subdued">
            {t("admin.native.checkedAt", { at: dateTime(checkedAt) })}
          </Text>
        )}
      </Section>
    </div>
  );
}

function UnsaidList({ unsaid }: Pick<NativeState, "unsaid">) {
  const t = useWords();
  return (
    <Banner tone={unsaid.some(({ isLeftOut }) => isLeftOut) ? "warning" : "info"} title={t("admin.native.unsaidTitle")}>
      <ul>
        {unsaid.map(({ zone, code, service }) => (
          <li key={`${zone} ${service} ${code}`}>
            {service ? `${zone}, ${service}` : zone}: {t(`admin.native.unsaid.${code}`)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
