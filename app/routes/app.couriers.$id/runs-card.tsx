import type { DocumentState } from "~/domain/document/document";
import { Attention } from "~/ui/attention";
import { Deadline } from "~/ui/deadline";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { BlockStack, Facts, Link, Section } from "~/ui/polaris";
import { DocumentBadge } from "~/ui/states";
import type { Worded } from "~/ui/worded";
import { useWords } from "~/ui/words";

type Guide = {
  id: string;
  state: DocumentState;
  number: string | null;
  accessKey: string | null;
  attention: Worded | null;
  pdfUrl: string | null;
  dueAt: string | null;
};
type Run = { id: string; state: string; overrideReason: string | null; from: string | null; orders: string[]; guide: Guide | null };
type Props = { dispatch: { missing: string[]; loadable: number; runs: Run[]; late: Guide[]; now: string }; courier: string };

/** What the courier carries today and under which guide; a run that waits for its guide can be sent off without it, with a reason. */
export function RunsCard({ dispatch: { missing, loadable, runs, late, now }, courier }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.couriers.run.title")}>
      {missing.length > 0 && <Attention worded={{ code: "carrier_data_missing", params: { courier } }} />}
      {late.map((guide) => (
        <LateGuide key={guide.id} guide={guide} />
      ))}
      <p>{t("admin.couriers.run.loadable", { count: loadable })}</p>
      {runs.map((run) => (
        <BlockStack key={run.id} gap="200">
          <RunFacts run={run} now={now} />
          {run.guide?.attention && <Attention worded={run.guide.attention} of="dispatch_guide" />}
          {run.guide?.attention && (
            <IntentForm intent="retry-guide" submit={t("admin.order.retry")} variant="secondary" hidden={{ runId: run.id }} />
          )}
          {run.state === "loading" && (
            <IntentForm intent="override" submit={t("admin.couriers.run.override")} variant="secondary" hidden={{ runId: run.id }}>
              <TextInput name="reason" label={t("admin.couriers.run.reason")} help={t("admin.couriers.run.reasonHelp")} maxLength={300} />
            </IntentForm>
          )}
        </BlockStack>
      ))}
    </Section>
  );
}

/** Voiding happens at the authority; here it is only written down. */
function LateGuide({ guide: { id, attention } }: { guide: Guide }) {
  const t = useWords();
  if (!attention) return null;
  return (
    <BlockStack gap="200">
      <Attention worded={attention} />
      <IntentForm intent="void-guide" submit={t("admin.order.void")} variant="secondary" hidden={{ documentId: id }}>
        <TextInput name="reason" label={t("admin.order.voidReason")} maxLength={300} />
      </IntentForm>
    </BlockStack>
  );
}

function RunFacts({ run: { state, orders, guide, overrideReason, from }, now }: { run: Run; now: string }) {
  const t = useWords();
  return (
    <Facts
      facts={[
        [t(`admin.couriers.run.state.${state}`), orders.join(", ")],
        [t("admin.couriers.run.from"), from],
        [t("states.kind.dispatch_guide"), guide?.number ?? t("admin.documents.unnumbered")],
        [t("admin.couriers.run.guideState"), guide && <DocumentBadge state={guide.state} />],
        [t("admin.order.deadline"), guide?.dueAt && <Deadline dueAt={guide.dueAt} now={now} />],
        [t("admin.order.accessKey"), guide?.accessKey],
        [t("admin.couriers.run.overridden"), overrideReason],
        [
          "PDF",
          guide?.pdfUrl && (
            <Link url={guide.pdfUrl} external>
              {t("admin.order.pdf")}
            </Link>
          ),
        ],
      ]}
    />
  );
}
