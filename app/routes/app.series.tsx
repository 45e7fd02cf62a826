import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { Badge, BlockStack, Facts, List, Nothing, Page, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  return json(await queries.seriesPage({ shop }));
}

type Series = Awaited<ReturnType<typeof queries.seriesPage>>["series"][number];

export default function SeriesPage() {
  const t = useWords();
  const { series } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.series.title")}
      subtitle={t("admin.series.subtitle")}
      backAction={{ content: t("admin.nav.documents"), url: "/app/documents" }}
    >
      <BlockStack gap="400">
        {series.length === 0 && <Nothing title={t("admin.series.empty")} text={t("admin.series.emptyText")} />}
        {series.map((one) => (
          <SeriesCard key={one.seriesId} series={one} />
        ))}
      </BlockStack>
    </Page>
  );
}

function SeriesCard({ series }: { series: Series }) {
  const t = useWords();
  const { documentType, place, environment, gaps, nextNumber } = series;
  const title = `${t(`states.kind.${documentType}`)} ${place}`;
  return (
    <Section
      title={title}
      aside={<Badge tone={environment === "production" ? "success" : "info"}>{t(`admin.settings.environment.${environment}`)}</Badge>}
    >
      <Facts
        facts={[
          [t("admin.series.next"), String(nextNumber).padStart(9, "0")],
          [t("admin.series.authorised"), String(series.authorised)],
          [t("admin.series.open"), String(series.open)],
          [t("admin.series.rejected"), String(series.rejected)],
          [t("admin.series.voided"), String(series.voided)],
        ]}
      />
      {gaps.length === 0 ? (
        <Text as="p" tone="success">
          {t("admin.series.noGaps")}
        </Text>
      ) : (
        <Gaps gaps={gaps} />
      )}
    </Section>
  );
}

function Gaps({ gaps }: Pick<Series, "gaps">) {
  const t = useWords();
  return (
    <div>
      <Text as="h3" variant="headingSm">
        {t("admin.series.gaps")}
      </Text>
      <List>
        {gaps.map(({ from, to, count, isExplained }) => (
          <List.Item key={from}>
            {from === to ? from : t("admin.series.range", { from, to, count })}
            {": "}
            {isExplained ? t("admin.series.givenUp") : t("admin.series.unknown")}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
