import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack, InlineStack, Part, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Device = {
  id: string;
  name: string;
  createdAt: string;
  lastSeenAt: string;
  endedAt: string | null;
  state: "on" | "ended" | "ended_with_link";
};
export type Access = { devices: Device[]; hasPin: boolean; pin: { pinTries: number; pinLockedUntil: string | null } };

/** Through which telephones a courier gets in, each to be signed out by itself; and the PIN that a new one is asked for. */
export function AccessCard({ access, now }: { access: Access; now: string }) {
  const t = useWords();
  return (
    <Section title={t("admin.couriers.access.title")}>
      <Part title={t("admin.couriers.access.devices")}>
        {access.devices.length === 0 && <Text as="p">{t("admin.couriers.access.none")}</Text>}
        <ul className="bim-devices">
          {access.devices.map((device) => (
            <li key={device.id}>
              <DeviceEntry device={device} now={now} />
            </li>
          ))}
        </ul>
        {access.devices.length > 0 && <span className="bim-muted">{t("admin.couriers.access.endText")}</span>}
      </Part>
      <Pin access={access} />
    </Section>
  );
}

function DeviceEntry({ device: { id, name, createdAt, lastSeenAt, endedAt, state }, now }: { device: Device; now: string }) {
  const t = useWords();
  const { date, dateTime, age } = useFormats();
  const since = t("admin.couriers.access.since", { since: date(createdAt), seen: age(lastSeenAt, now) });
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <div>
        <div>{name || t("admin.couriers.access.unnamed")}</div>
        <span className="bim-muted">
          {state === "on" && since}
          {state === "ended" && t("admin.couriers.access.ended", { at: dateTime(endedAt!) })}
          {state === "ended_with_link" && t("admin.couriers.access.endedWithLink")}
        </span>
      </div>
      {state === "on" && (
        <IntentForm
          intent="end-device"
          submit={t("admin.couriers.access.end")}
          variant="secondary"
          tone="critical"
          hidden={{ deviceId: id }}
        />
      )}
    </InlineStack>
  );
}

function Pin({ access: { hasPin, pin } }: { access: Access }) {
  const t = useWords();
  const { dateTime } = useFormats();
  return (
    <Part title={t("admin.couriers.access.pin")}>
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {t("admin.couriers.access.pinText")} {hasPin && t("admin.couriers.access.pinSet")}
        </Text>
        {pin.pinLockedUntil ? (
          <Banner tone="warning">{t("admin.couriers.access.pinLocked", { until: dateTime(pin.pinLockedUntil) })}</Banner>
        ) : (
          pin.pinTries > 0 && <Banner tone="info">{t("admin.couriers.access.pinWrong", { count: pin.pinTries })}</Banner>
        )}
        <IntentForm intent="set-pin" submit={t("admin.couriers.access.pinSave")} variant="secondary">
          <TextInput name="pin" label={t("admin.couriers.access.pinNew")} inputMode="numeric" maxLength={6} />
        </IntentForm>
        {hasPin && <IntentForm intent="remove-pin" submit={t("admin.couriers.access.pinRemove")} variant="secondary" tone="critical" />}
      </BlockStack>
    </Part>
  );
}
