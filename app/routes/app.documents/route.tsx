import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { commands, queries } from "~/composition.server";
import { DOCUMENT_VIEWS } from "~/domain/document/document-view";
import { authenticate } from "~/shopify.server";
import { answerOf } from "~/ui/form/answer";
import { useFreshData } from "~/ui/fresh-data";
import { DocumentRow } from "~/ui/document-row";
import { IntentForm } from "~/ui/form/form";
import { Pages } from "~/ui/pages";
import { Banner, BlockStack, Card, Nothing, Page, Tabs } from "~/ui/polaris";
import { Search } from "~/ui/search";
import { useWords } from "~/ui/words";
import { Contingency } from "./contingency";

const asked = z.object({
  view: z.enum(DOCUMENT_VIEWS).catch("all"),
  term: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const filter = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json({ ...(await queries.documentList({ shop, ...filter })), ...filter });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answerOf(() => commands.retryDocuments({ shopId: shop.id, actor })));
}

const address = (view: string, term: string) => `/app/documents?${new URLSearchParams({ view, ...(term ? { term } : {}) })}`;

export default function Documents() {
  const t = useWords();
  const { rows, paging, contingency, view, term, now } = useLoaderData<typeof loader>();
  useFreshData();
  const hasTrouble = rows.some(({ attention, state }) => attention !== null || state === "rejected");
  return (
    <Page title={t("admin.documents.title")} secondaryActions={[{ content: t("admin.documents.series"), url: "/app/series" }]} fullWidth>
      <BlockStack gap="400">
        <Banner tone="info">{t("admin.documents.testOnly")}</Banner>
        {contingency && <Contingency contingency={contingency} now={now} />}
        {hasTrouble && !contingency && <IntentForm intent="retry-all" submit={t("admin.documents.retryAll")} variant="secondary" />}
        <Card padding="0">
          <Search label={t("admin.documents.search")} term={term} keep={{ view }} />
          <Tabs
            tabs={DOCUMENT_VIEWS.map((id) => ({ id, label: t(`admin.documents.view.${id}`), url: address(id, term) }))}
            selected={view}
            label={t("admin.desk.views")}
          />
          {rows.length === 0 ? (
            <Nothing title={t("admin.documents.empty")} text={t("admin.documents.emptyText")} />
          ) : (
            <ul className="bim-list bim-documents">
              {rows.map((row) => (
                <DocumentRow key={row.documentId} row={row} now={now} />
              ))}
            </ul>
          )}
          <Pages {...paging} url={(page) => `${address(view, term)}&page=${page}`} />
        </Card>
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
