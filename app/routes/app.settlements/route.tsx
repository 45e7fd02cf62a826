import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ports, queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { BlockStack, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { AdjustCard } from "./adjust-card";
import { answer } from "./answer.server";
import { BalancesCard } from "./balances-card";
import { DraftCard } from "./draft-card";
import { SettlementCard } from "./settlement-card";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const { searchParams } = new URL(request.url);
  const page = await queries.settlementsPage({ shop, courierId: searchParams.get("courier"), until: searchParams.get("until") });
  return json({ ...page, adjustmentId: ports.ids.uuid() });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answer(await request.formData(), { shopId: shop.id, actor, currency: shop.currency }));
}

export default function Settlements() {
  const t = useWords();
  const { chosen, couriers, currency, today, adjustmentId } = useLoaderData<typeof loader>();
  if (!chosen)
    return (
      <Page title={t("admin.settlements.title")} subtitle={t("admin.settlements.subtitle")}>
        <BalancesCard couriers={couriers} currency={currency} />
      </Page>
    );
  const { courier, draft, settlements } = chosen;
  return (
    <Page title={courier.name} subtitle={t("admin.settlements.title")} backAction={{ url: "/app/settlements" }}>
      <BlockStack gap="400">
        <DraftCard courier={courier} draft={draft} today={today} />
        {settlements.map((settlement) => (
          <SettlementCard key={settlement.id} settlement={settlement} currency={currency} />
        ))}
        <AdjustCard key={adjustmentId} courierId={courier.id} adjustmentId={adjustmentId} currency={currency} />
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
