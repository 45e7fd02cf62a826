import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { BlockStack, Page } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { answer } from "./answer.server";
import { AssignmentCard } from "./assignment-card";
import { CarrierCard } from "./carrier-card";
import { CertificateCard } from "./certificate-card";
import { Contents, PartOf } from "./contents";
import { IssuerCard } from "./issuer-card";
import { GuidesCard } from "./guides-card";
import { InvoicingCard } from "./invoicing-card";
import { MapsCard } from "./maps-card";
import { NativeCard } from "./native-card";
import { PaymentCodesCard } from "./payment-codes-card";
import { ProofCard } from "./proof-card";
import { SeriesCard } from "./series-card";
import { ShippingCard } from "./shipping-card";
import { TriggersCard } from "./triggers-card";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const [page, payments, native] = await Promise.all([
    queries.settingsPage({ shop }),
    queries.paymentCodes({ shop }),
    queries.nativeRatesCard({ shop }),
  ]);
  return json({ ...page, payments, native });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  return json(await answer(await request.formData(), { shop, actor }));
}

export default function Settings() {
  const t = useWords();
  const {
    issuer,
    series,
    allSeries,
    certificate,
    triggers,
    undecided,
    delaySeconds,
    carrierService,
    carrierProblem,
    payments,
    guides,
    invoicing,
    maps,
    assignment,
    proof,
    chargeShipping,
    native,
  } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("admin.settings.title")}
      secondaryActions={[
        { content: t("admin.places.title"), url: "/app/places" },
        { content: t("admin.taxes.title"), url: "/app/taxes" },
        { content: t("admin.shadow.title"), url: "/app/shadow" },
      ]}
    >
      <div className="bim-with-contents">
        <Contents without={native ? [] : ["native"]} />
        <BlockStack gap="600">
          <PartOf part="fiscal">
            <IssuerCard issuer={issuer} series={series} />
            <SeriesCard series={allSeries} />
            <CertificateCard certificate={certificate} hasIssuer={issuer !== null} />
            <TriggersCard triggers={triggers} undecided={undecided} delaySeconds={delaySeconds} />
            <InvoicingCard {...invoicing} />
            <PaymentCodesCard {...payments} />
            <GuidesCard {...guides} />
          </PartOf>
          <PartOf part="deliveries">
            <AssignmentCard {...assignment} />
            <ProofCard {...proof} />
            <MapsCard {...maps} />
          </PartOf>
          <PartOf part="checkout">
            <ShippingCard chargeShipping={chargeShipping} />
            <CarrierCard state={carrierService} reason={carrierProblem} />
            {native && <NativeCard {...native} />}
          </PartOf>
        </BlockStack>
      </div>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
