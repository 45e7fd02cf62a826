import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { BlockStack, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { answer } from "./answer.server";
import { CsvCard } from "./csv-card";
import { MissingCard } from "./missing-card";
import { RatesCard } from "./rates-card";
import { RulesCard } from "./rules-card";

const asked = z.object({ term: z.string().max(100).catch(""), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const filter = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json({ ...(await queries.taxesPage({ shop, ...filter })), term: filter.term });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answer(await request.formData(), { shopId: shop.id, actor }));
}

export default function Taxes() {
  const t = useWords();
  const { law, unlawful, rules, products, csv, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.taxes.title")}
      subtitle={t("admin.taxes.subtitle")}
      backAction={{ content: t("admin.nav.settings"), url: "/app/settings" }}
      narrowWidth
    >
      <BlockStack gap="400">
        <RatesCard law={law} unlawful={unlawful} />
        <MissingCard {...list} law={law} />
        <RulesCard rules={rules} law={law} />
        <CsvCard csv={csv} products={products} />
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
