import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { Problem } from "~/ui/problem";
import { useIsStorageOpen } from "~/ui/storage";

/** The language of the innermost page that says one; Spanish otherwise. */
function useDocumentLocale(): string {
  for (const { data } of useMatches().toReversed()) {
    if (data && typeof data === "object" && "locale" in data && typeof data.locale === "string") return data.locale;
  }
  return "es";
}

export function Layout({ children }: { children: ReactNode }) {
  const isStorageOpen = useIsStorageOpen();
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
        {isStorageOpen && <ScrollRestoration />}
        <Scripts />
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
