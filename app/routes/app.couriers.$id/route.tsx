import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ports, queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Facts, BlockStack, FormLayout, Page, Section } from "~/ui/polaris";
import { MoneyLeft } from "~/ui/money-left";
import { useWords } from "~/ui/words";
import { AccessCard } from "./access-card";
import { answer } from "./answer.server";
import { CashCard } from "./cash-card";
import { LinkCard } from "./link-card";
import { OutCard } from "./out-card";
import { OverloadBanner } from "./overload-banner";
import { qrSvg } from "./qr.server";
import { ShiftCard } from "./shift-card";
import { RunsCard } from "./runs-card";
import { TransportFields } from "./transport-fields";
import { WorkFields } from "./work-fields";

const courierIdOf = (id: string | undefined): string | null => {
  if (id === "new") return null;
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) throw new Response(null, { status: 404 });
  return parsed.data;
};

/** Of cash that changed hands. */
const SHOWN_DAYS = 31;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const courierId = courierIdOf(params.id);
  const about = { shopName: shop.name, currency: shop.currency };
  if (courierId === null)
    return json({
      ...{ courier: null, link: null, dispatch: null, absence: null, access: null, shift: null, overload: null, now: "", qr: null },
      ...{ money: null, moneyLeft: null, handOverId: "", ...about },
    });
  const page = await queries.courierPage({ shop, courierId });
  if (!page) throw new Response(null, { status: 404 });
  const account = await queries.courierMoney({ shop, courierId, days: SHOWN_DAYS });
  const money = { ...account, cashLimitMinor: page.courier.cashLimitMinor };
  const moneyLeft = (await queries.moneyReportsLeft({ shop })).filter((one) => one.courierId === courierId);
  return json({ ...page, money, moneyLeft, handOverId: ports.ids.uuid(), qr: page.link && (await qrSvg(page.link.url)), ...about });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await queries.merchant(await authenticate.admin(request));
  const courierId = courierIdOf(params.id);
  if (courierId !== null && !(await queries.courierPage({ shop, courierId }))) throw new Response(null, { status: 404 });
  const { created, ...said } = await answer(await request.formData(), { shopId: shop.id, courierId, actor, currency: shop.currency });
  return created ? redirect(`/app/couriers/${created}`) : json(said);
}

export default function CourierPage() {
  const t = useWords();
  const { courier, link, dispatch, absence, access, shift, overload, now, qr, money, moneyLeft, handOverId, shopName, currency } =
    useLoaderData<typeof loader>();
  const languages = [
    { value: "es", label: "Español" },
    { value: "en", label: "English" },
  ];
  return (
    <Page title={courier?.name ?? t("admin.couriers.new")} backAction={{ url: "/app/couriers" }} narrowWidth>
      <BlockStack gap="400">
        {courier && overload && <OverloadBanner overload={overload} courier={courier.name} currency={currency} />}
        {courier && (
          <Section title={t("admin.couriers.loadTitle")}>
            <Facts
              facts={[
                [t("admin.couriers.zones"), courier.zones.join(", ") || t("admin.couriers.noZone")],
                [t("admin.couriers.stops"), t("admin.couriers.open", { count: courier.openStops })],
                [t("admin.couriers.given"), t("admin.couriers.today", { count: courier.assignedToday, capacity: courier.dailyCapacity })],
              ]}
            />
          </Section>
        )}
        {moneyLeft && <MoneyLeft left={moneyLeft} isLinked={false} />}
        {shift && <ShiftCard shift={shift} now={now} />}
        {dispatch?.areWanted && <RunsCard dispatch={dispatch} courier={courier.name} />}
        {courier?.active && <OutCard absence={absence} openStops={courier.openStops} />}
        {courier && money && <CashCard courierId={courier.id} money={money} newId={handOverId} />}
        {courier?.active && <LinkCard link={link} qr={qr} shopName={shopName} courier={courier} />}
        {courier?.active && access && <AccessCard access={access} now={now} />}
        <Section title={t("admin.couriers.details")}>
          <IntentForm key={courier?.id ?? "new"} intent="save" submit={t("admin.save")}>
            <FormLayout>
              <TextInput name="name" label={t("admin.couriers.name")} initial={courier?.name} maxLength={80} />
              <TextInput
                name="email"
                label={t("admin.couriers.email")}
                help={t("admin.couriers.emailHelp")}
                type="email"
                initial={courier?.email}
                maxLength={254}
              />
              <TextInput
                name="phone"
                label={t("admin.couriers.phone")}
                help={t("admin.couriers.phoneHelp")}
                type="tel"
                initial={courier?.phone}
                maxLength={30}
              />
              <SelectInput name="locale" label={t("admin.couriers.language")} options={languages} initial={courier?.locale ?? "es"} />
              <TransportFields courier={courier} />
              <WorkFields terms={courier} currency={currency} />
              <CheckInput
                name="active"
                label={t("admin.couriers.active")}
                help={t("admin.couriers.activeHelp")}
                initial={courier?.active ?? true}
              />
            </FormLayout>
          </IntentForm>
        </Section>
      </BlockStack>
    </Page>
  );
}

export { PageProblem as ErrorBoundary } from "~/ui/page-problem";
