import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { queries } from "~/composition.server";
import { DESK_VIEWS } from "~/domain/order/desk-view";
import { authenticate } from "~/shopify.server";
import { Attention } from "~/ui/attention";
import { useFreshData } from "~/ui/fresh-data";
import { MoneyLeft } from "~/ui/money-left";
import { Search } from "~/ui/search";
import { BlockStack, Card, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { Counters } from "./counters";
import { Orders } from "./orders";
import { SetupBanner } from "./setup-banner";

const asked = z.object({
  view: z.enum(DESK_VIEWS).catch("all"),
  term: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const filter = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [desk, gaps, certificate, moneyLeft] = await Promise.all([
    queries.orderDesk({ shop, ...filter }),
    queries.setupGaps({ shop }),
    queries.certificateNotice({ shop }),
    queries.moneyReportsLeft({ shop }),
  ]);
  return json({ ...desk, ...filter, gaps, certificate, moneyLeft });
}

/** For the parcels of the orders that the list shows. */
const labelsOf = (rows: readonly { orderId: string }[], content: string) =>
  rows.length === 0 ? [] : [{ content, url: `/app/orders/labels?${new URLSearchParams(rows.map(({ orderId }) => ["order", orderId]))}` }];

export default function OrderDesk() {
  const t = useWords();
  const { gaps, certificate, moneyLeft, counters, ...list } = useLoaderData<typeof loader>();
  useFreshData();
  return (
    <Page title={t("admin.desk.title")} fullWidth secondaryActions={labelsOf(list.rows, t("admin.labels.ofThese"))}>
      <BlockStack gap="400">
        {gaps.length > 0 && <SetupBanner gaps={gaps} />}
        {certificate && <Attention worded={certificate} />}
        <MoneyLeft left={moneyLeft} />
        <Counters counters={counters} />
        <Card padding="0">
          <Search label={t("admin.desk.search")} term={list.term} keep={{ view: list.view }} />
          <Orders {...list} needAttention={counters.needAttention} />
        </Card>
        <p className="bim-muted bim-note">{t("admin.documents.testOnly")}</p>
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
