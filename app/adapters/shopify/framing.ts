export const frameAncestors = (adminOrigin: string): string => `frame-ancestors ${adminOrigin}`;

/** Where pictures may come from: ourselves, what a page makes itself, Shopify's own, and the map's tiles ("{s}" in their host is any name). */
export function imageSources(tilesUrl: string | undefined): string {
  const tiles = tilesUrl && /^(https?:\/\/)([^/]+)\//.exec(tilesUrl.replace("{s}.", "*."));
  return ["img-src 'self' data: blob: https://cdn.shopify.com", ...(tiles ? [`${tiles[1]}${tiles[2]}`] : [])].join(" ");
}

/** Gives whatever Response `answer` throws the admin we are configured for: the library hard-codes Shopify's own. */
export const framedBy =
  <A extends unknown[], R>(ancestors: string, answer: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await answer(...args);
    } catch (thrown) {
      if (!(thrown instanceof Response) || !thrown.headers.has("Content-Security-Policy")) throw thrown;
      const headers = new Headers(thrown.headers);
      headers.set("Content-Security-Policy", ancestors);
      throw new Response(thrown.body, { status: thrown.status, statusText: thrown.statusText, headers });
    }
  };
