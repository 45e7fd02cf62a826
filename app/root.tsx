import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { localeFrom } from "~/i18n/locale";
import { useDocumentLocale } from "~/ui/document-locale";
import { Problem } from "~/ui/problem";
import { useIsStorageOpen } from "~/ui/storage";

/** For pages that know no better: an address that is nobody's, a failure before anything was read. */
export const loader = ({ request }: LoaderFunctionArgs) => json({ locale: localeFrom(request.headers.get("Accept-Language")) });

/** A browser doesn't change its language from page to page. */
export const shouldRevalidate = () => false;

/** Pages whose script is not ours to load: the courier's have a program of their own. */
const hasOwnScript = (handle: unknown): boolean => typeof handle === "object" && handle !== null && "hasOwnScript" in handle;

export function Layout({ children }: { children: ReactNode }) {
  const isStorageOpen = useIsStorageOpen();
  const isOnItsOwn = useMatches().some(({ handle }) => hasOwnScript(handle));
  return (
    <html lang={useDocumentLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {!isOnItsOwn && isStorageOpen && <ScrollRestoration />}
        {!isOnItsOwn && <Scripts />}
      </body>
    </html>
  );
}

/** An address that is nobody's, or a failure outside every page. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <Problem isMissing={isRouteErrorResponse(error) && error.status < 500} />;
}

export default function Root() {
  return <Outlet />;
}
