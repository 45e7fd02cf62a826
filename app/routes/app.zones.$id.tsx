import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { commands, queries } from "~/composition.server";
import { formatMinor } from "~/domain/money/money";
import { parsePostalPattern } from "~/domain/zone/postal-pattern";
import { authenticate } from "~/shopify.server";
import { answerOf, readForm } from "~/ui/form/answer";
import { CheckInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { amount, checked, listOf, required, whole } from "~/ui/form/parts";
import { BlockStack, Card, FormLayout, Page, Part, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

const schemaIn = (currency: string) =>
  z.object({
    name: required(80),
    priority: whole(0, 999),
    countryCode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, "admin.form.country"),
    places: listOf(500),
    postalPatterns: listOf(500).refine(
      (patterns) => patterns.every((pattern) => parsePostalPattern(pattern) !== null),
      "admin.zones.badPattern",
    ),
    rate: amount(currency),
    commission: amount(currency),
    courierIds: z.array(z.uuid()),
    active: checked,
  });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const { zones, couriers } = await queries.zoneList({ shop });
  const zone = zones.find(({ id }) => id === params.id) ?? null;
  if (!zone && params.id !== "new") throw new Response(null, { status: 404 });
  return json({ zone, couriers, currency: shop.currency, nextPriority: Math.max(0, ...zones.map(({ priority }) => priority)) + 10 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  const { zones, couriers } = await queries.zoneList({ shop });
  const known = zones.find(({ id }) => id === params.id);
  if (!known && params.id !== "new") throw new Response(null, { status: 404 });
  const form = readForm(schemaIn(shop.currency), await request.formData(), ["courierIds"]);
  if (!form.ok) return json({ errors: form.errors });
  const { rate, commission, courierIds, ...zone } = form.value;
  if (zone.places.length + zone.postalPatterns.length === 0) return json({ errors: { places: "admin.zones.placesNeeded" } });
  const own = courierIds.filter((id) => couriers.some((courier) => courier.id === id));
  const saved = { ...zone, id: known?.id ?? null, rateMinor: rate, commissionMinor: commission, currency: shop.currency, courierIds: own };
  const answer = await answerOf(() => commands.saveZone({ shopId: shop.id, actor, zone: saved }));
  return answer.saved && !known ? redirect("/app/zones") : json(answer);
}

export default function ZonePage() {
  const t = useWords();
  const { zone, couriers, currency, nextPriority } = useLoaderData<typeof loader>();
  const inWords = (minor: number | undefined) => (minor === undefined ? "" : formatMinor(minor, currency));
  return (
    <Page title={zone?.name ?? t("admin.zones.new")} backAction={{ url: "/app/zones" }} narrowWidth>
      <Card>
        <IntentForm key={zone?.id ?? "new"} intent="save" submit={t("admin.save")}>
          <Part title={t("admin.zones.where")}>
            <FormLayout>
              <TextInput name="name" label={t("admin.zones.name")} initial={zone?.name} maxLength={80} />
              <TextInput
                name="places"
                label={t("admin.zones.places")}
                help={t("admin.zones.placesHelp")}
                initial={zone?.places.join("\n")}
                multiline={4}
              />
              <TextInput
                name="postalPatterns"
                label={t("admin.zones.postalPatterns")}
                help={t("admin.zones.postalHelp")}
                initial={zone?.postalPatterns.join("\n")}
                multiline={2}
              />
              <FormLayout.Group>
                <TextInput name="countryCode" label={t("admin.zones.country")} initial={zone?.countryCode ?? "EC"} maxLength={2} />
                <TextInput
                  name="priority"
                  label={t("admin.zones.priority")}
                  help={t("admin.zones.priorityHelp")}
                  initial={zone?.priority ?? nextPriority}
                  inputMode="numeric"
                />
              </FormLayout.Group>
            </FormLayout>
          </Part>
          <Part title={t("admin.zones.money")}>
            <FormLayout>
              <FormLayout.Group>
                <TextInput
                  name="rate"
                  label={t("admin.zones.rate")}
                  help={t("admin.zones.rateHelp")}
                  initial={inWords(zone?.rateMinor)}
                  prefix={currency}
                  inputMode="decimal"
                />
                <TextInput
                  name="commission"
                  label={t("admin.zones.commission")}
                  help={t("admin.zones.commissionHelp")}
                  initial={inWords(zone?.commissionMinor)}
                  prefix={currency}
                  inputMode="decimal"
                />
              </FormLayout.Group>
            </FormLayout>
          </Part>
          <Part title={t("admin.zones.couriers")}>
            <BlockStack gap="100">
              {couriers.length === 0 && <Text as="p">{t("admin.couriers.emptyText")}</Text>}
              {couriers.map(({ id, name, active }) => (
                <CheckInput
                  key={id}
                  name="courierIds"
                  value={id}
                  label={active ? name : `${name} (${t("states.inactive")})`}
                  initial={zone?.courierIds.includes(id)}
                />
              ))}
            </BlockStack>
          </Part>
          <CheckInput name="active" label={t("admin.zones.active")} help={t("admin.zones.activeHelp")} initial={zone?.active ?? true} />
        </IntentForm>
      </Card>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
