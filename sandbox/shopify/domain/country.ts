const names = new Intl.DisplayNames(["en"], { type: "region" });

/** The English name that Shopify shows for an ISO country code. */
export const countryName = (code: string): string => names.of(code) ?? code;
