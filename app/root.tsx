import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { useIsStorageOpen } from "~/ui/storage";

/** Routes outside the merchant's language (`handle.locale` or `data.locale`) are Spanish. */
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

export default function Root() {
  return <Outlet />;
}
