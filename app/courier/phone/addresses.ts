export type Page = { page: "list" } | { page: "money" } | { page: "map" } | { page: "delivery"; deliveryId: string };
/** An address of the courier's pages; `hasSecret`: it is the full link, which the server must see. */
export type Address = { key: string; hasSecret: boolean } & Page;

const ADDRESS = /^\/courier\/([A-Za-z0-9]{1,64})(\.[A-Za-z0-9_-]{16,})?(?:\/|\/(money|map)\/?|\/deliveries\/([0-9a-f-]{36})\/?)?$/;

/** null: no page that the phone can show. */
export function addressAt(path: string): Address | null {
  const found = ADDRESS.exec(path);
  if (!found) return null;
  const [, key = "", secret, name, deliveryId] = found;
  const page: Page = deliveryId ? { page: "delivery", deliveryId } : { page: name === "money" || name === "map" ? name : "list" };
  return { key, hasSecret: secret !== undefined, ...page };
}

export function pathOf(key: string, page: Page): string {
  if (page.page === "money" || page.page === "map") return `/courier/${key}/${page.page}`;
  return page.page === "list" ? `/courier/${key}` : `/courier/${key}/deliveries/${page.deliveryId}`;
}
