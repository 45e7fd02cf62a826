import { Form } from "@remix-run/react";
import type { Statement } from "~/domain/settlement/statement";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Button, InlineStack, Section, Text } from "~/ui/polaris";
import { periodText } from "~/ui/statement-print";
import { useFormats, useWords } from "~/ui/words";
import { StatementFacts, StatementLines } from "./statement-parts";

type Props = { courier: { id: string }; draft: Statement; today: string };

/** What stands in no statement yet, until a day that is chosen; issued, it is frozen. */
export function DraftCard({ courier, draft, today }: Props) {
  const t = useWords();
  const formats = useFormats();
  const { until } = draft.period;
  return (
    <Section title={t("admin.settlements.open")}>
      <Form method="get">
        <input type="hidden" name="courier" value={courier.id} />
        <InlineStack gap="300" blockAlign="end">
          <TextInput key={until} name="until" type="date" label={t("admin.settlements.untilDay")} initial={until} />
          <Button submit>{t("admin.settlements.show")}</Button>
        </InlineStack>
      </Form>
      <Text as="p" tone="subdued">
        {periodText(t, formats, draft.period)}
      </Text>
      <StatementFacts statement={draft} />
      {draft.lines.length === 0 ? (
        <Text as="p">{t("admin.settlements.nothing")}</Text>
      ) : (
        <>
          <StatementLines lines={draft.lines} currency={draft.currency} />
          <IntentForm intent="issue" submit={t("admin.settlements.issue")} hidden={{ courierId: courier.id, until }}>
            <Text as="p">{t("admin.settlements.issueText")}</Text>
            {until === today && <Text as="p">{t("admin.settlements.issueToday")}</Text>}
          </IntentForm>
        </>
      )}
    </Section>
  );
}
