import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { BlockStack, Nothing, Page } from "~/ui/polaris";
import { useFreshData } from "~/ui/fresh-data";
import { useWords } from "~/ui/words";
import { answer } from "./answer.server";
import { EstablishmentsCard } from "./establishments-card";
import { LocationCard } from "./location-card";
import { ReadingCard } from "./reading-card";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  return json(await queries.placesPage({ shop }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answer(await request.formData(), { shopId: shop.id, actor }));
}

export default function Places() {
  const t = useWords();
  const { state, problem, locations, places, defaultPlace, establishments, usual } = useLoaderData<typeof loader>();
  useFreshData();
  return (
    <Page
      title={t("admin.places.title")}
      subtitle={t("admin.places.subtitle")}
      backAction={{ content: t("admin.nav.settings"), url: "/app/settings" }}
      narrowWidth
    >
      <BlockStack gap="400">
        <ReadingCard state={state} problem={problem} />
        {locations.length === 0 && <Nothing title={t("admin.places.empty")} text={t("admin.places.emptyText")} />}
        {locations.map((location) => (
          <LocationCard key={`${location.id} ${location.place}`} location={location} places={places} defaultPlace={defaultPlace} />
        ))}
        {establishments.length > 0 && <EstablishmentsCard establishments={establishments} usual={usual} />}
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
