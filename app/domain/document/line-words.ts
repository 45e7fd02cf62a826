type Words = { code: string; description: string };

/** How a country's documents call what has no product of its own. Documents are in the country's language by law, whatever the reader's. */
export type LineWords = { shipping: Pick<Words, "code">; duties: Words; fees: Words; kept: Words; adjustment: Words; tip: Words };
