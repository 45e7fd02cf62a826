import { Attention } from "~/ui/attention";
import { Deadline } from "~/ui/deadline";
import { IntentForm } from "~/ui/form/form";
import { Facts, InlineStack, Section } from "~/ui/polaris";
import { DocumentBadge } from "~/ui/states";
import { useFormats, useWords } from "~/ui/words";
import { DiscardForm } from "./discard-form";
import { Links, ResendForm, type DocumentOnPage } from "./document-card";

/** What was credited of the invoice, and what a person has to decide about it. */
export function CreditNotes({ credits, now }: { credits: DocumentOnPage[]; now: string }) {
  return credits.map((credit) => <CreditNote key={credit.id} credit={credit} now={now} />);
}

function CreditNote({ credit, now }: { credit: DocumentOnPage; now: string }) {
  const t = useWords();
  const { money, dateTime, fiscalDate } = useFormats();
  const { id, number, state, attention, accessKey, issueDate, mailedAt, mailedTo } = credit;
  const isDone = state === "authorised" || state === "delivered_to_buyer";
  return (
    <Section title={t("states.kind.credit_note")} aside={<DocumentBadge state={state} />}>
      {attention && <Attention worded={attention} of="credit_note" tone={state === "rejected" ? "critical" : "warning"} />}
      <Facts
        facts={[
          [t("admin.order.number"), number],
          [t("admin.order.total"), money(credit.totalMinor, credit.currency)],
          [t("admin.order.issueDate"), issueDate && fiscalDate(issueDate)],
          [t("admin.order.deadline"), credit.dueAt && <Deadline key="due" dueAt={credit.dueAt} now={now} of={number ? "day" : "month"} />],
          [t("admin.order.accessKey"), accessKey && <span className="bim-key">{accessKey}</span>],
          [t("admin.order.mailed"), mailedAt && mailedTo ? `${mailedTo} · ${dateTime(mailedAt)}` : null],
        ]}
      />
      <Links {...credit} />
      <InlineStack gap="300">
        {!isDone && attention && <IntentForm intent="retry" submit={t("admin.order.retry")} hidden={{ documentId: id }} />}
      </InlineStack>
      {isDone && <ResendForm document={credit} />}
      {state === "waiting_for_data" && attention && number === null && <DiscardForm documentId={id} />}
    </Section>
  );
}
