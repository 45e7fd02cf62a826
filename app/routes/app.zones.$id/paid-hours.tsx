import { EVERY_DAY } from "~/domain/zone-draft/draft-of";
import type { PaidHoursDraft } from "~/domain/zone-draft/draft";
import { BlockStack, Button, Divider, FormLayout, InlineStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { DraftDays, DraftText, DraftTimes } from "./fields";
import { useField } from "./writing";

/** Rows of days, hours and an amount: surcharges and bonuses. */
export function PaidHours({ path, add, amount }: { path: string; add: string; amount: string }) {
  const t = useWords();
  const { value: rows, set } = useField<PaidHoursDraft[]>(path);
  return (
    <BlockStack gap="300">
      {rows.map((_row, at) => (
        <BlockStack key={at} gap="200">
          <DraftDays path={`${path}.${at}.days`} />
          <FormLayout>
            <DraftTimes path={`${path}.${at}`} />
            <DraftText path={`${path}.${at}.amount`} label={amount} money />
          </FormLayout>
          <InlineStack>
            <Button variant="plain" tone="critical" onClick={() => set(rows.filter((_one, other) => other !== at))}>
              {t("zone.remove")}
            </Button>
          </InlineStack>
          <Divider />
        </BlockStack>
      ))}
      <InlineStack>
        <Button onClick={() => set([...rows, { ...EVERY_DAY, amount: "" }])}>{add}</Button>
      </InlineStack>
    </BlockStack>
  );
}
