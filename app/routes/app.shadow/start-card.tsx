import { Link, type useLoaderData } from "@remix-run/react";
import { Attention } from "~/ui/attention";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { useFreshData } from "~/ui/fresh-data";
import { Banner, BlockStack, Section, Text } from "~/ui/polaris";
import { useReason } from "~/ui/worded";
import { useFormats, useWords } from "~/ui/words";
import type { loader } from "./route";

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Props = Pick<Loaded, "months" | "month" | "run" | "looked" | "isOutdated" | "hindrance" | "tableUrl"> & { orders: number };

/** Which month, how far it has come, and what the looking was worth. */
export function StartCard({ months, month, run, looked, isOutdated, hindrance, tableUrl, orders }: Props) {
  const t = useWords();
  const formats = useFormats();
  const options = months.map((value) => ({ value, label: formats.month(value) }));
  return (
    <Section title={run ? formats.month(month) : t("admin.shadow.choose")}>
      <BlockStack gap="400">
        {run ? <State {...{ run, month, orders, isOutdated, tableUrl }} /> : <Text as="p">{t("admin.shadow.what")}</Text>}
        {hindrance ? (
          <Attention worded={hindrance} />
        ) : (
          <IntentForm intent="start" submit={t(run ? "admin.shadow.again" : "admin.shadow.start")} variant={run ? "secondary" : "primary"}>
            <SelectInput
              name="month"
              label={t("admin.shadow.month")}
              options={options}
              initial={month}
              help={t("admin.shadow.monthHelp")}
            />
          </IntentForm>
        )}
        {looked.length > 1 && (
          <Text as="p">
            {t("admin.shadow.looked")}{" "}
            {looked.map((one, index) => (
              <span key={one}>
                {index > 0 && " · "}
                {one === month ? formats.month(one) : <Link to={`/app/shadow?month=${one}`}>{formats.month(one)}</Link>}
              </span>
            ))}
          </Text>
        )}
      </BlockStack>
    </Section>
  );
}

type StateProps = Pick<Loaded, "month" | "isOutdated" | "tableUrl"> & { run: NonNullable<Loaded["run"]>; orders: number };

function State({ run, month, orders, isOutdated, tableUrl }: StateProps) {
  const t = useWords();
  const reason = useReason();
  const { dateTime, month: inWords } = useFormats();
  if (run.state === "running") return <Running orders={orders} />;
  if (run.problem) return <Attention worded={run.problem} tone="critical" />;
  if (orders === 0)
    return (
      <Banner tone="info" title={t("admin.shadow.empty", { month: inWords(month) })}>
        <p>{t("admin.shadow.emptyText")}</p>
      </Banner>
    );
  return (
    <BlockStack gap="300">
      {isOutdated && (
        <Banner tone="info" title={t("admin.shadow.outdated")}>
          <p>{t("admin.shadow.outdatedText")}</p>
        </Banner>
      )}
      <Text as="p">{t("admin.shadow.ended", { count: orders, at: dateTime(run.endedAt ?? run.startedAt) })}</Text>
      <Text as="p" tone="subdued">
        {t("admin.shadow.checked")}{" "}
        {run.certificateProblem ? t("admin.shadow.throwAway", { why: reason(run.certificateProblem) }) : t("admin.shadow.ownCertificate")}
      </Text>
      {tableUrl && <TableLink url={tableUrl} count={orders} />}
    </BlockStack>
  );
}

function TableLink({ url, count }: { url: string; count: number }) {
  const t = useWords();
  const { locale } = useFormats();
  return (
    <a href={`${url}?locale=${locale}`} target="_blank" rel="noreferrer">
      {t("admin.shadow.table", { count })}
    </a>
  );
}

/** Looks again by itself for as long as it is shown. */
function Running({ orders }: { orders: number }) {
  const t = useWords();
  useFreshData();
  return (
    <Banner tone="info" title={t("admin.shadow.running")}>
      <p role="status">{t("admin.shadow.soFar", { count: orders })}</p>
    </Banner>
  );
}
