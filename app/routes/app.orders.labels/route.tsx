import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { Nothing, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { ParcelLabel } from "./label";
import styles from "./labels.css?inline";
import { labelQr } from "./qr.server";

/** As many as a page of the desk has, twice. */
const MOST_ORDERS = 50;
const asked = z.array(z.uuid()).max(MOST_ORDERS);

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const orderIds = asked.safeParse(new URL(request.url).searchParams.getAll("order"));
  if (!orderIds.success) throw new Response(null, { status: 404 });
  const labels = await queries.parcelLabels({ shop, orderIds: [...new Set(orderIds.data)] });
  return json({
    shopName: shop.name,
    labels: await Promise.all(labels.map(async (label) => ({ ...label, qr: await labelQr(label.code) }))),
  });
}

/** Labels for the parcels of the orders that were asked for: looked at, chosen, printed. */
export default function Labels() {
  const t = useWords();
  const { labels, shopName } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.labels.title")}
      backAction={{ url: "/app" }}
      primaryAction={{ content: t("admin.labels.print"), disabled: labels.length === 0, onAction: () => print() }}
    >
      {/* Here, not in the app's own styles: another page that is printed has another sheet. */}
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      <p className="bim-muted bim-labels-how">{t("admin.labels.how")}</p>
      {labels.length === 0 ? (
        <Nothing title={t("admin.labels.none")} text={t("admin.labels.noneText")} />
      ) : (
        <ul className="bim-labels">
          {labels.map((label) => (
            <ParcelLabel key={label.code} label={label} shopName={shopName} />
          ))}
        </ul>
      )}
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
