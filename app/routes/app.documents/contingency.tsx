import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = {
  contingency: { downSince: string | null; unreachable: number; inProcess: number; nextTryAt: string | null; dueAt: string | null };
  now: string;
};

/** The authority is silent or slow: since when, how many wait, what happens by itself and when, and until when there is time. */
export function Contingency({ contingency: { downSince, unreachable, inProcess, nextTryAt, dueAt }, now }: Props) {
  const t = useWords();
  const { dateTime, left } = useFormats();
  const isOver = dueAt !== null && dueAt <= now;
  const lines = [
    unreachable > 0 && t("admin.documents.contingency.unreachable", { count: unreachable }),
    inProcess > 0 && t("admin.documents.contingency.inProcess", { count: inProcess }),
    nextTryAt === null || nextTryAt <= now
      ? t("admin.documents.contingency.tryingNow")
      : t("admin.documents.contingency.nextTry", { when: dateTime(nextTryAt) }),
    dueAt && t(`admin.documents.contingency.${isOver ? "overdue" : "due"}`, { when: left(dueAt, now), date: dateTime(dueAt) }),
    t("admin.documents.contingency.goOn"),
  ].filter((line) => typeof line === "string");
  return (
    <Banner
      tone={isOver ? "critical" : "warning"}
      title={downSince ? t("admin.documents.contingency.down", { since: dateTime(downSince) }) : t("admin.documents.contingency.slow")}
    >
      <BlockStack gap="300">
        <div>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <IntentForm intent="retry-all" submit={t("admin.documents.retryAll")} variant="secondary" />
      </BlockStack>
    </Banner>
  );
}
