import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ports, queries } from "~/composition.server";
import { mayChangeFiscalData } from "~/domain/fiscal-data/may-change";
import { authenticate } from "~/shopify.server";
import { Attention } from "~/ui/attention";
import { useFreshData } from "~/ui/fresh-data";
import { BlockStack, Layout, Page } from "~/ui/polaris";
import { PaymentBadge } from "~/ui/states";
import { useFormats, useWords } from "~/ui/words";
import { answer } from "./answer.server";
import { CreditNotes } from "./credit-notes";
import { DataRequest } from "./data-request";
import { DeliveryCard } from "./delivery-card";
import { DocumentCard } from "./document-card";
import { FiscalDataCard, IssuedFiscalData } from "./fiscal-data-card";
import { OrderCard } from "./order-card";
import { ReturnCard } from "./return-card";
import { RefundCard } from "./refund-card";
import { Timeline } from "./timeline";

const orderIdOf = (id: string | undefined): string => {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new Response(null, { status: 404 });
  return parsed.data;
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const page = await queries.orderPage({ shop, orderId: orderIdOf(params.id) });
  if (!page) throw new Response(null, { status: 404 });
  // A hand-over's id is made with its form, so that pressed twice it is one.
  return json({ ...page, handOverId: ports.ids.uuid() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answer(await request.formData(), { shopId: shop.id, orderId: orderIdOf(params.id), actor }));
}

export default function Order() {
  const t = useWords();
  const { money, dateTime } = useFormats();
  const {
    order,
    deliveries,
    reverse,
    invoices,
    isNeverInvoiced,
    credits,
    hasRefused,
    trigger,
    captureBy,
    dataRequest,
    events,
    handOverId,
    now,
    today,
  } = useLoaderData<typeof loader>();
  useFreshData();
  const { sale } = order;
  return (
    <Page
      title={`${order.name} · ${sale.customerName}`}
      subtitle={`${dateTime(sale.placedAt)} · ${money(sale.totalMinor, sale.currency)}`}
      titleMetadata={<PaymentBadge type={sale.paymentType} />}
      backAction={{ url: "/app" }}
      secondaryActions={[
        { content: t("admin.labels.title"), url: `/app/orders/labels?order=${order.id}` },
        ...(sale.shippingAddress ? [{ content: t("admin.order.explain"), url: `/app/rehearse?order=${order.id}` }] : []),
      ]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {dataRequest && <DataRequest url={dataRequest.url} />}
            {captureBy?.isUrgent && (
              <Attention
                worded={
                  captureBy.at > now
                    ? { code: "authorisation_expiring", params: { date: captureBy.at } }
                    : { code: "authorisation_expired" }
                }
              />
            )}
            {(invoices.length > 0 ? invoices : [null]).map((invoice) => (
              <DocumentCard
                key={invoice?.id ?? "none"}
                document={invoice}
                trigger={trigger}
                heldFor={deliveries.find(({ heldFor }) => heldFor !== null)?.heldFor ?? null}
                isCancelled={sale.cancelledAt !== null}
                isNeverInvoiced={isNeverInvoiced}
                now={now}
              />
            ))}
            <CreditNotes credits={credits} now={now} />
            {hasRefused && <RefundCard orderId={order.id} />}
            {deliveries.map((delivery, index) => (
              <DeliveryCard
                key={delivery.id}
                delivery={delivery}
                place={{ number: index + 1, of: deliveries.length }}
                address={sale.shippingAddress}
                orderGid={order.gid}
                handOverId={handOverId}
                today={today}
              />
            ))}
            {reverse.map((delivery) => (
              <ReturnCard key={delivery.id} delivery={delivery} orderGid={order.gid} />
            ))}
            <Timeline events={events} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {invoices.every(({ state }) => mayChangeFiscalData(state)) ? (
              <FiscalDataCard key={JSON.stringify(order.fiscalData)} fiscalData={order.fiscalData} />
            ) : (
              <IssuedFiscalData fiscalData={order.fiscalData} />
            )}
            <OrderCard sale={sale} captureBy={captureBy} now={now} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
