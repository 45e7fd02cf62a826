import type { Held } from "~/domain/delivery/held";
import type { DocumentState } from "~/domain/document/document";
import { Attention } from "~/ui/attention";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { BlockStack, Button, ButtonGroup, Facts, InlineStack, List, Section, Text } from "~/ui/polaris";
import { Deadline } from "~/ui/deadline";
import { DocumentBadge } from "~/ui/states";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";
import { DiscardForm } from "./discard-form";

export type DocumentOnPage = {
  id: string;
  state: DocumentState;
  number: string | null;
  accessKey: string | null;
  issueDate: string | null;
  currency: string;
  totalMinor: number;
  authorisedAt: string | null;
  messages: { code: string; text: string; detail: string | null; kind: string }[];
  attention: Worded | null;
  mailedTo: string | null;
  buyerEmail: string | null;
  mailedAt: string | null;
  dueAt: string | null;
  pdfUrl: string | null;
  xmlUrl: string | null;
};
type Props = {
  document: DocumentOnPage | null;
  trigger: string | null;
  /** What a delivered order waits for. */
  heldFor: Held | null;
  isCancelled: boolean;
  /** It sells gift cards only, which are invoiced when they are redeemed. */
  isNeverInvoiced: boolean;
  now: string;
};

const IS_DONE: DocumentState[] = ["authorised", "delivered_to_buyer"];
/** A credited invoice is the buyer's as well. */
const MAY_BE_MAILED: DocumentState[] = [...IS_DONE, "credited"];

/** The invoice: what it says, what the authority said, what a person can do about it. */
export function DocumentCard({ document, trigger, heldFor, isCancelled, isNeverInvoiced, now }: Props) {
  const t = useWords();
  const { money, dateTime, fiscalDate } = useFormats();
  if (!document && isNeverInvoiced && !isCancelled) return <GiftCardsOnly />;
  if (!document) return <NoDocument {...{ trigger, heldFor, isCancelled }} />;
  const { number, accessKey, attention, messages, mailedTo, mailedAt } = document;
  return (
    <Section title={t("admin.order.document")} aside={<DocumentBadge state={document.state} />}>
      {attention && <Attention worded={attention} tone={toneOf(document)} />}
      <Facts
        facts={[
          [t("admin.order.number"), number],
          [t("admin.order.total"), money(document.totalMinor, document.currency)],
          [t("admin.order.issueDate"), document.issueDate && fiscalDate(document.issueDate)],
          [t("admin.order.deadline"), document.dueAt && <Deadline key="due" dueAt={document.dueAt} now={now} />],
          [t("admin.order.authorisedAt"), document.authorisedAt && dateTime(document.authorisedAt)],
          [t("admin.order.accessKey"), accessKey && <span className="bim-key">{accessKey}</span>],
          [t("admin.order.mailed"), mailedAt && mailedTo ? `${mailedTo} · ${dateTime(mailedAt)}` : null],
        ]}
      />
      <Messages messages={messages} />
      <Links {...document} />
      {attention?.code === "late_sync" && <LateChoice documentId={document.id} params={attention.params} />}
      <Actions document={document} />
      {isForRest(attention) && <DiscardForm documentId={document.id} />}
      {MAY_BE_MAILED.includes(document.state) && <ResendForm document={document} />}
      {IS_DONE.includes(document.state) && <VoidForm documentId={document.id} />}
    </Section>
  );
}

const toneOf = ({ state, attention }: DocumentOnPage) =>
  state === "rejected" ? "critical" : attention?.code === "nothing_left_to_invoice" ? "info" : "warning";

/** What the order holds beyond its invoices: a person says what becomes of it. */
const isForRest = (attention: Worded | null): boolean =>
  attention?.code === "order_exceeds_invoice" || attention?.code === "nothing_left_to_invoice";

function GiftCardsOnly() {
  const t = useWords();
  return (
    <Section title={t("admin.order.document")}>
      <Text as="p" tone="subdued">
        {t("attention.gift_cards_only.title")}. {t("attention.gift_cards_only.next")}
      </Text>
    </Section>
  );
}

function NoDocument({ trigger, heldFor, isCancelled }: Pick<Props, "trigger" | "heldFor" | "isCancelled">) {
  const t = useWords();
  const willIssue = trigger
    ? t("admin.order.willIssue", { when: t(`states.trigger.${trigger}`).toLowerCase() })
    : t("admin.order.undecided");
  return (
    <Section title={t("admin.order.document")}>
      <Text as="p" tone="subdued">
        {isCancelled ? t("attention.order_cancelled.next") : heldFor ? t(`admin.order.waitsFor.${heldFor}`) : willIssue}
      </Text>
      {!isCancelled && (trigger === null || trigger === "by_hand") && (
        <IntentForm intent="issue" submit={t("admin.order.issueNow")} variant="secondary" />
      )}
    </Section>
  );
}

function Messages({ messages }: { messages: DocumentOnPage["messages"] }) {
  const t = useWords();
  if (messages.length === 0) return null;
  return (
    <div>
      <Text as="h3" variant="headingSm">
        {t("admin.order.messages")}
      </Text>
      <List>
        {messages.map(({ code, text, detail }) => (
          <List.Item key={`${code}${text}`}>{[code, text, detail].filter(Boolean).join(" · ")}</List.Item>
        ))}
      </List>
    </div>
  );
}

export function Links({ pdfUrl, xmlUrl }: Pick<DocumentOnPage, "pdfUrl" | "xmlUrl">) {
  const t = useWords();
  if (!pdfUrl || !xmlUrl) return null;
  return (
    <ButtonGroup>
      <Button url={pdfUrl} target="_blank" external>
        {t("admin.order.pdf")}
      </Button>
      <Button url={xmlUrl} target="_blank" external>
        {t("admin.order.xml")}
      </Button>
    </ButtonGroup>
  );
}

function Actions({ document: { id, number, state, attention } }: { document: DocumentOnPage }) {
  const t = useWords();
  const hidden = { documentId: id };
  const isUndecided = attention?.code === "trigger_not_chosen";
  if (isForRest(attention))
    return attention?.code === "order_exceeds_invoice" ? (
      <IntentForm intent="rest" submit={t("admin.order.issueRest")} hidden={hidden} />
    ) : null;
  return (
    <InlineStack gap="300">
      {isUndecided && <IntentForm intent="issue" submit={t("admin.order.issueNow")} />}
      {!isUndecided &&
        attention &&
        attention.code !== "late_sync" &&
        (!IS_DONE.includes(state) || attention.code === "shopify_refused") && (
          <IntentForm intent="retry" submit={t("admin.order.retry")} hidden={hidden} />
        )}
      {state === "voided" && number !== null && <IntentForm intent="anew" submit={t("admin.order.anew")} hidden={hidden} />}
    </InlineStack>
  );
}

/** Sent again, each time as a mail of its own; the buyer may have mistyped the address or want it elsewhere. */
export function ResendForm({ document: { id, mailedTo, buyerEmail } }: { document: DocumentOnPage }) {
  const t = useWords();
  return (
    <details className="bim-details">
      <summary>{t("admin.order.resend")}</summary>
      <IntentForm intent="resend" submit={t("admin.order.resend")} variant="secondary" hidden={{ documentId: id }}>
        <TextInput name="to" type="email" label={t("admin.order.resendTo")} initial={mailedTo ?? buyerEmail} maxLength={300} />
      </IntentForm>
    </details>
  );
}

/** The accountant's choice of the day: what the rule can't decide. */
function LateChoice({ documentId, params = {} }: { documentId: string; params: Worded["params"] }) {
  const t = useWords();
  const { fiscalDate } = useFormats();
  return (
    <InlineStack gap="300">
      {(["today", "operation"] as const).map((choice) => (
        <IntentForm
          key={choice}
          intent="issue-date"
          submit={t(`admin.order.dated.${choice}`, { date: fiscalDate(String(choice === "today" ? params.today : params.delivered)) })}
          variant="secondary"
          hidden={{ documentId, choice }}
        />
      ))}
    </InlineStack>
  );
}

/** Voiding happens at the authority; here it is only written down, with its consequences in words. */
function VoidForm({ documentId }: { documentId: string }) {
  const t = useWords();
  return (
    <details className="bim-details">
      <summary>{t("admin.order.voidTitle")}</summary>
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {t("admin.order.voidHelp")}
        </Text>
        <IntentForm intent="void" submit={t("admin.order.void")} tone="critical" variant="secondary" hidden={{ documentId }}>
          <TextInput name="reason" label={t("admin.order.voidReason")} maxLength={300} />
        </IntentForm>
      </BlockStack>
    </details>
  );
}
