import { json, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { useState } from "react";
import { queries } from "~/composition.server";
import { localeFrom } from "~/i18n/locale";
import { adminFrame, authenticate } from "~/shopify.server";
import merchantStyles from "~/ui/merchant.css?url";
import { Navigation } from "~/ui/navigation";
import { POLARIS_WORDS } from "~/ui/polaris/words";
import { Problem } from "~/ui/problem";
import { Words } from "~/ui/words";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: merchantStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const locale = localeFrom(new URL(request.url).searchParams.get("locale"), shop.locale);
  return json({ ...adminFrame, locale, timeZone: shop.timeZone });
}

export default function App() {
  const data = useLoaderData<typeof loader>();
  // The admin says the merchant's language with the first document only; later requests don't repeat it.
  const [locale] = useState(data.locale);
  return (
    <AppProvider isEmbeddedApp apiKey={data.apiKey} i18n={POLARIS_WORDS[locale]} __APP_BRIDGE_URL={data.appBridgeUrl}>
      <Words locale={locale} timeZone={data.timeZone}>
        <Navigation />
        <Outlet />
      </Words>
    </AppProvider>
  );
}

/** The library's pages (session token bounce) are thrown with 200 and stand for themselves; everything else is our problem, in words. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 200) return <div dangerouslySetInnerHTML={{ __html: String(error.data) }} />;
  return <Problem isMissing={isRouteErrorResponse(error) && error.status === 404} />;
}

/** Keeps what authentication says in headers, also when it refuses. */
export const headers: HeadersFunction = ({ parentHeaders, loaderHeaders, actionHeaders, errorHeaders }) =>
  errorHeaders && [...errorHeaders].length > 0 ? errorHeaders : new Headers([...parentHeaders, ...loaderHeaders, ...actionHeaders]);
