import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { queries } from "~/composition.server";
import { areaInWords, leastPrice } from "~/domain/zone/zone-summary";
import { authenticate } from "~/shopify.server";
import { Badge, Card, Nothing, Page } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  return json(await queries.zoneList({ shop }));
}

export default function Zones() {
  const t = useWords();
  const { money } = useFormats();
  const { zones, couriers } = useLoaderData<typeof loader>();
  const names = (ids: string[]) =>
    couriers
      .filter(({ id, active }) => active && ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <Page
      title={t("admin.zones.title")}
      subtitle={t("admin.zones.subtitle")}
      primaryAction={{ content: t("admin.zones.add"), url: "/app/zones/new" }}
    >
      <Card padding="0">
        {zones.length === 0 && (
          <Nothing
            title={t("admin.zones.empty")}
            text={t("admin.zones.emptyText")}
            action={{ content: t("admin.zones.add"), url: "/app/zones/new" }}
          />
        )}
        <ul className="bim-list bim-zones">
          {zones.map((zone) => (
            <li key={zone.id} className="bim-row">
              <div>
                <Link to={`/app/zones/${zone.id}`} className="bim-row-link">
                  {zone.name}
                </Link>
                <div className="bim-muted">{t("admin.zones.priorityIs", { priority: zone.priority })}</div>
              </div>
              <div className="bim-end-phone">
                <div>{t("admin.zones.rateIs", { rate: money(leastPrice(zone.services) ?? 0, zone.currency) })}</div>
                <div className="bim-muted">
                  {t("admin.zones.commissionIs", { commission: money(zone.commission.amountMinor, zone.currency) })}
                </div>
              </div>
              <div>
                <div>{names(zone.courierIds) || t("admin.zones.nobody")}</div>
                <div className="bim-muted">{areaInWords(zone.area).slice(0, 6).join(", ")}</div>
              </div>
              <div className="bim-end">
                {zone.active ? <Badge tone="success">{t("states.active")}</Badge> : <Badge>{t("states.inactive")}</Badge>}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
