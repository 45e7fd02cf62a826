import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { commands, queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { answerOf } from "~/ui/form/answer";
import { BlockStack, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { CausesCard } from "./causes-card";
import { ConfirmCard } from "./confirm-card";
import { StartCard } from "./start-card";
import { SummaryCard } from "./summary-card";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  return json(await queries.shadowPage({ shop, month: new URL(request.url).searchParams.get("month") }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  const form = await request.formData();
  if (form.get("intent") !== "start") throw new Response(null, { status: 400 });
  const month = String(form.get("month") ?? "");
  const answer = await answerOf(() => commands.startShadowMonth({ shopId: shop.id, actor, month }));
  return answer.saved ? redirect(`/app/shadow?month=${month}`) : json(answer);
}

export default function ShadowMonth() {
  const t = useWords();
  const { report, run, month, currency, ...page } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.shadow.title")}
      subtitle={t("admin.shadow.subtitle")}
      backAction={{ content: t("admin.nav.settings"), url: "/app/settings" }}
    >
      <BlockStack gap="400">
        <StartCard key={month} {...page} month={month} run={run} orders={report?.orders ?? 0} />
        {report && report.orders > 0 && (
          <>
            <SummaryCard report={report} currency={currency} />
            <CausesCard causes={report.causes} />
            <ConfirmCard report={report} />
          </>
        )}
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
