type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i;

/** Sends what is meant for https://{shop}/… to `${baseUrl}/shops/{shop}/…`, and refuses every other address: a sandbox never talks to the real world. */
export const reroutedFetch =
  (baseUrl: string, send: Fetch): Fetch =>
  (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "https:" || !SHOP.test(url.hostname))
      return Promise.reject(new Error(`${url.origin} is not a shop: refused, because SHOPIFY_BASE_URL is set`));
    const target = `${baseUrl.replace(/\/+$/, "")}/shops/${url.hostname}${url.pathname}${url.search}`;
    return send(input instanceof Request ? new Request(target, input) : target, init);
  };
