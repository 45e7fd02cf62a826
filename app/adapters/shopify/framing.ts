export const frameAncestors = (adminOrigin: string): string => `frame-ancestors ${adminOrigin}`;

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
