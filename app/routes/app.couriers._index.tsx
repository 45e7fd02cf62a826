import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { IntentForm } from "~/ui/form/form";
import { MoneyLeft } from "~/ui/money-left";
import { Badge, BlockStack, Card, Nothing, Page } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const [couriers, moneyLeft] = await Promise.all([queries.courierList({ shop }), queries.moneyReportsLeft({ shop })]);
  return json({ couriers, moneyLeft });
}

export default function Couriers() {
  const t = useWords();
  const { date } = useFormats();
  const { couriers, moneyLeft } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.couriers.title")}
      subtitle={t("admin.couriers.subtitle")}
      primaryAction={{ content: t("admin.couriers.add"), url: "/app/couriers/new" }}
    >
      <BlockStack gap="400">
        <MoneyLeft left={moneyLeft} />
        <Card padding="0">
          {couriers.length === 0 && (
            <Nothing
              title={t("admin.couriers.empty")}
              text={t("admin.couriers.emptyText")}
              action={{ content: t("admin.couriers.add"), url: "/app/couriers/new" }}
            />
          )}
          <ul className="bim-list bim-couriers">
            {couriers.map((courier) => (
              <li key={courier.id} className="bim-row">
                <div>
                  <Link to={`/app/couriers/${courier.id}`} className="bim-row-link">
                    {courier.name}
                  </Link>
                  <div className="bim-muted">{courier.phone ?? courier.email}</div>
                </div>
                <div className="bim-end-phone">
                  <div>{t("admin.couriers.open", { count: courier.openStops })}</div>
                  <div className="bim-muted">
                    {t("admin.couriers.today", { count: courier.assignedToday, capacity: courier.dailyCapacity })}
                  </div>
                </div>
                <div>
                  <div>{courier.zones.join(", ") || t("admin.couriers.noZone")}</div>
                  <div className="bim-muted">
                    {courier.linkExpiresAt
                      ? t("admin.couriers.linkUntil", { date: date(courier.linkExpiresAt) })
                      : t("admin.couriers.noLink")}
                  </div>
                </div>
                <div className="bim-end">
                  {courier.mailProblem && <Badge tone="warning">{t("admin.couriers.mailRefused")}</Badge>}
                  <StateOf {...courier} />
                  {courier.active && !courier.isOut && courier.openStops > 0 && (
                    <div className="bim-above">
                      <IntentForm
                        intent="out"
                        action={`/app/couriers/${courier.id}`}
                        submit={t("admin.couriers.out.declare")}
                        variant="secondary"
                      />
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      </BlockStack>
    </Page>
  );
}

function StateOf({ active, isOut }: { active: boolean; isOut: boolean }) {
  const t = useWords();
  if (!active) return <Badge>{t("states.inactive")}</Badge>;
  return isOut ? <Badge tone="warning">{t("admin.couriers.out.declare")}</Badge> : <Badge tone="success">{t("states.active")}</Badge>;
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
