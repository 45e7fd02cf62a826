type Answered = Error & { body?: { errors?: { graphQLErrors?: { message: string; extensions?: { code?: string } }[] } } };

/** The scope was not granted: an error of the whole operation. The library hides Shopify's words in the answer's body. */
export function deniedIn(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const all = (error as Answered).body?.errors?.graphQLErrors ?? [];
  const denied = all.find(({ extensions }) => extensions?.code === "ACCESS_DENIED");
  return denied?.message ?? (/access.denied/i.test(error.message) ? error.message : null);
}
