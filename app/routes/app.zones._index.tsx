import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { queries } from "~/composition.server";
import type { CommissionRule } from "~/domain/rate/commission";
import { leastPrice } from "~/domain/zone/zone-summary";
import { authenticate } from "~/shopify.server";
import { Pages } from "~/ui/pages";
import { Badge, Banner, BlockStack, Card, Nothing, Page, Tabs } from "~/ui/polaris";
import { Search } from "~/ui/search";
import { useFormats, useWords } from "~/ui/words";

const SORTS = ["priority", "name", "alarms"] as const;
const asked = z.object({
  sort: z.enum(SORTS).catch("priority"),
  term: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const filter = asked.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json({ ...(await queries.zonesPage({ shop, ...filter })), ...filter });
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Zones() {
  const t = useWords();
  const { rows, paging, all, alarmed, sort, term } = useLoaderData<typeof loader>();
  const url = (to: Record<string, string>) => `/app/zones?${new URLSearchParams({ sort, term, ...to })}`;
  const tabs = SORTS.map((id) => ({
    id,
    label: t(`admin.zones.by.${id}`),
    url: url({ sort: id }),
    count: id === "alarms" ? alarmed : undefined,
  }));
  const add = { content: t("admin.zones.add"), url: "/app/zones/new" };
  return (
    <Page title={t("admin.zones.title")} subtitle={t("admin.zones.subtitle")} primaryAction={add} fullWidth>
      <BlockStack gap="400">
        {alarmed > 0 && <Banner tone="warning">{t("admin.zones.alarmed", { count: alarmed })}</Banner>}
        <Card padding="0">
          {all === 0 ? (
            <Nothing title={t("admin.zones.empty")} text={t("admin.zones.emptyText")} action={add} />
          ) : (
            <>
              <Search label={t("admin.zones.search")} term={term} keep={{ sort }} />
              <Tabs tabs={tabs} selected={sort} label={t("admin.zones.order")} />
              {rows.length === 0 && <Nothing title={t("admin.zones.notFound", { term })} />}
              <ZoneTable rows={rows} />
              <Pages {...paging} url={(page) => url({ page: String(page) })} />
            </>
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

const MOST_WORDS = 6;
const some = (words: string[]) =>
  words.slice(0, MOST_WORDS).join(", ") + (words.length > MOST_WORDS ? ` +${words.length - MOST_WORDS}` : "");

function ZoneTable({ rows }: Pick<Loaded, "rows">) {
  const t = useWords();
  if (rows.length === 0) return null;
  return (
    <ul className="bim-list bim-zones">
      <li className="bim-row bim-head" aria-hidden>
        <span title={t("admin.zones.priority")}>№</span>
        <span>{t("admin.zones.head.area")}</span>
        <span>{t("admin.zones.head.price")}</span>
        <span>{t("admin.zones.head.couriers")}</span>
        <span>{t("admin.zones.head.state")}</span>
      </li>
      {rows.map((zone) => (
        <Row key={zone.id} zone={zone} />
      ))}
    </ul>
  );
}

function Row({ zone }: { zone: Loaded["rows"][number] }) {
  const t = useWords();
  const { id, name, priority, active, couriers, alarms, equals, words, drawn, isCountry } = zone;
  const where = [isCountry && t("admin.zones.wholeCountry"), some(words), drawn > 0 && t("admin.zones.drawn", { count: drawn })];
  return (
    <li className="bim-row">
      <div className="bim-muted" title={t("admin.zones.priorityIs", { priority })}>
        {priority}
      </div>
      <div>
        <Link to={`/app/zones/${id}`} className="bim-row-link">
          {name}
        </Link>
        <div className="bim-muted">{where.filter(Boolean).join(" · ")}</div>
      </div>
      <Money zone={zone} />
      <div>{couriers.length > 0 ? some(couriers) : <span className="bim-muted">{t("admin.zones.nobody")}</span>}</div>
      <div>
        {!active && <Badge>{t("states.inactive")}</Badge>}
        {active && alarms.length + equals.length === 0 && <Badge tone="success">{t("states.active")}</Badge>}
        <ul className="bim-alarms">
          {alarms.map((alarm) => (
            <li key={alarm} data-tone="critical">
              {t(`zone.alarm.${alarm}`)}
            </li>
          ))}
          {equals.length > 0 && <li data-tone="critical">{t("zone.preview.equal", { zones: some(equals) })}</li>}
        </ul>
      </div>
    </li>
  );
}

function Money({ zone: { services, commission, currency } }: { zone: Loaded["rows"][number] }) {
  const t = useWords();
  const { money } = useFormats();
  const least = leastPrice(services);
  const offered = services.filter(({ active }) => active);
  const isOne = offered.length === 1 && offered[0]!.rate.bands.length === 1 && offered[0]!.rate.bands[0]!.perUnitMinor === 0;
  return (
    <div>
      <div>
        {least === null
          ? t("admin.zones.noRate")
          : t(isOne ? "admin.zones.rateIs" : "admin.zones.rateFrom", { rate: money(least, currency) })}
      </div>
      <div className="bim-muted">{earned(commission, t, (minor) => money(minor, currency))}</div>
    </div>
  );
}

function earned(
  { kind, amountMinor, basisPoints }: Pick<CommissionRule, "kind" | "amountMinor" | "basisPoints">,
  t: ReturnType<typeof useWords>,
  money: (minor: number) => string,
): string {
  const commission = kind === "fixed" || kind === "per_attempt" ? money(amountMinor) : `${basisPoints / 100} %`;
  return t(`admin.zones.earns.${kind}`, { commission });
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
