import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { ports, queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { readForm } from "~/ui/form/answer";
import type { FieldErrors } from "~/ui/form/errors";
import { BlockStack, Page, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { CourierCard } from "./courier-card";
import { PriceCard } from "./price-card";
import { questionForm, questionFrom } from "./question";
import { QuestionForm } from "./question-form";
import { ZoneCard } from "./zone-card";

const FIELDS = [
  "country",
  "province",
  "city",
  "zip",
  "address1",
  "address2",
  "latitude",
  "longitude",
  "kilograms",
  "value",
  "items",
] as const;

/** An address may be asked for by its fields, or as an order has it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const { searchParams } = new URL(request.url);
  const orderId = z.uuid().safeParse(searchParams.get("order")).data;
  const ofOrder = orderId ? await queries.questionOf({ shop, orderId }) : null;
  const asked = new FormData();
  for (const [name, value] of searchParams) asked.set(name, value);
  const given = ofOrder ? shownOf(ofOrder) : Object.fromEntries(searchParams);
  const read = ofOrder || !searchParams.has("country") ? null : readForm(questionForm, asked);
  const errors: FieldErrors = read && !read.ok ? read.errors : {};
  const question = ofOrder ?? (read?.ok ? questionFrom(read.value, { now: ports.clock.now(), timeZone: shop.timeZone }) : null);
  const explanation = question && (await queries.explainAddress({ shop, ...question }));
  return json({ given, errors, explanation, deliveries: ofOrder?.deliveries ?? 1, currency: shop.currency, key: [...searchParams].join() });
}

/** What an order says, as the form shows it. */
function shownOf({ address, point, load }: NonNullable<Awaited<ReturnType<typeof queries.questionOf>>>): Record<string, string> {
  const { countryCode, ...rest } = address;
  const numbers = { kilograms: load.grams / 1000, value: load.valueMinor / 100, items: load.items };
  const all: Record<string, unknown> = { country: countryCode, ...rest, ...point, ...numbers };
  return Object.fromEntries(FIELDS.map((name) => [name, String(all[name] ?? "")]));
}

export default function Rehearse() {
  const t = useWords();
  const { given, errors, explanation, deliveries, currency, key } = useLoaderData<typeof loader>();
  const isAsking = useNavigation().state === "loading";
  return (
    <Page title={t("rehearse.title")} subtitle={t("rehearse.subtitle")} backAction={{ url: "/app/zones" }}>
      <div className="bim-rehearse">
        <QuestionForm key={key} given={given} errors={errors} currency={currency} isAsking={isAsking} />
        <div aria-live="polite">
          {!explanation && (
            <Section title={t("rehearse.empty")}>
              <Text as="p" tone="subdued">
                {t("rehearse.emptyText")}
              </Text>
            </Section>
          )}
          {explanation && (
            <BlockStack gap="400">
              <ZoneCard explanation={explanation} />
              {explanation.zone && <PriceCard explanation={explanation} deliveries={deliveries} currency={explanation.zone.currency} />}
              {explanation.courier && <CourierCard choice={explanation.courier} />}
            </BlockStack>
          )}
        </div>
      </div>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
