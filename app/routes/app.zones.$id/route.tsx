import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { commands, queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { answerOf, readForm } from "~/ui/form/answer";
import { CheckInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Card, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { chooseAssignment } from "./assignment.server";
import { AssignmentCard } from "./assignment-card";
import { CourierFields, DayFields, MoneyFields, WhereFields, type ShownZone } from "./zone-form";
import { problemIn, zoneFrom, zoneSchema } from "./zone-schema";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const { zones, couriers } = await queries.zoneList({ shop });
  const zone = zones.find(({ id }) => id === params.id) ?? null;
  if (!zone && params.id !== "new") throw new Response(null, { status: 404 });
  return json({
    zone,
    couriers,
    currency: shop.currency,
    strategy: shop.strategy,
    nextPriority: Math.max(0, ...zones.map(({ priority }) => priority)) + 10,
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  const { zones, couriers } = await queries.zoneList({ shop });
  const known = zones.find(({ id }) => id === params.id) ?? null;
  if (!known && params.id !== "new") throw new Response(null, { status: 404 });
  const sent = await request.formData();
  if (sent.get("intent") === "assignment" && known) return json(await chooseAssignment(sent, { shopId: shop.id, actor, zoneId: known.id }));
  const form = readForm(zoneSchema(shop.currency), sent, ["courierIds", "weekdays"]);
  if (!form.ok) return json({ errors: form.errors });
  const wrong = problemIn(form.value, known);
  if (wrong) return json({ errors: wrong });
  const courierIds = form.value.courierIds.filter((id) => couriers.some((courier) => courier.id === id));
  const zone = { ...zoneFrom(form.value, known), id: known?.id ?? null, currency: shop.currency, courierIds };
  const answer = await answerOf(() => commands.saveZone({ shopId: shop.id, actor, zone }));
  return answer.saved && !known ? redirect("/app/zones") : json(answer);
}

export default function ZonePage() {
  const t = useWords();
  const { zone: loaded, couriers, currency, nextPriority, strategy } = useLoaderData<typeof loader>();
  const zone = loaded as (ShownZone & { id: string }) | null;
  return (
    <Page title={zone?.name ?? t("admin.zones.new")} backAction={{ url: "/app/zones" }} narrowWidth>
      <Card>
        <IntentForm key={zone?.id ?? "new"} intent="save" submit={t("admin.save")}>
          <WhereFields zone={zone} nextPriority={nextPriority} />
          <MoneyFields zone={zone} currency={currency} />
          <DayFields zone={zone} />
          <CourierFields couriers={couriers} chosen={zone?.courierIds ?? []} />
          <CheckInput name="active" label={t("admin.zones.active")} help={t("admin.zones.activeHelp")} initial={zone?.active ?? true} />
        </IntentForm>
      </Card>
      {zone && <AssignmentCard key={zone.courierIds.join()} zone={zone} couriers={couriers} shopStrategy={strategy} />}
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
