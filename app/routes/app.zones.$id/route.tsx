import { json, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import drawingStyles from "@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css?url";
import mapStyles from "leaflet/dist/leaflet.css?url";
import { commands, mapGround, queries } from "~/composition.server";
import { zoneDraft } from "~/domain/zone-draft/draft";
import { draftOf, newDraft } from "~/domain/zone-draft/draft-of";
import { readDraft } from "~/domain/zone-draft/read-draft";
import { authenticate } from "~/shopify.server";
import { answerOf } from "~/ui/form/answer";
import { Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { ZoneEditor } from "./editor";
import zoneStyles from "./zone.css?url";

export const links: LinksFunction = () => [mapStyles, drawingStyles, zoneStyles].map((href) => ({ rel: "stylesheet", href }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const { zone, nextPriority, ...known } = await queries.zoneEditor({ shop, id: params.id ?? "" });
  if (!zone && params.id !== "new") throw new Response(null, { status: 404 });
  const currency = zone?.currency ?? shop.currency;
  return json({
    ...known,
    currency,
    id: zone?.id ?? null,
    name: zone?.name ?? null,
    draft: zone ? draftOf(zone) : newDraft(nextPriority),
    tiles: mapGround.tiles,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  const { zone: known, couriers } = await queries.zoneEditor({ shop, id: params.id ?? "" });
  if (!known && params.id !== "new") throw new Response(null, { status: 404 });
  const sent = zoneDraft.safeParse(await request.json());
  if (!sent.success) throw new Response(null, { status: 400 });
  const { zone, problems, isFine } = readDraft(sent.data, known?.currency ?? shop.currency);
  if (!isFine) return json({ problems });
  const courierIds = zone.courierIds.filter((id) => couriers.some((courier) => courier.id === id));
  const saved = { ...zone, courierIds };
  const answer = await answerOf(() => commands.saveZone({ shopId: shop.id, actor, zone: { ...saved, id: known?.id ?? null } }));
  if (answer.saved && !known) return redirect("/app/zones");
  // With what saving gave it: the codes of new services stay from now on, whatever they are called.
  return json(answer.saved ? { ...answer, draft: draftOf(saved) } : answer);
}

export default function ZonePage() {
  const t = useWords();
  const { draft, name, id, ...known } = useLoaderData<typeof loader>();
  return (
    <Page title={name ?? t("admin.zones.new")} backAction={{ url: "/app/zones" }} fullWidth>
      <ZoneEditor key={id ?? "new"} id={id} initial={draft} {...known} />
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
