import { gid } from "../../domain/gid.ts";
import type { Collection } from "../../domain/catalogue-state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";

export const collectionNode = (collection: Collection): Record<string, unknown> => ({
  __typename: "Collection",
  id: gid("Collection", collection.id),
  legacyResourceId: String(collection.id),
  title: collection.title,
  handle: collection.handle,
});

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Plain words with a star look for beginnings of words of the title; more of the search's syntax is not played. */
export const collectionQueries = {
  collections(args: PageArguments & { query?: string | null }, { shop }: Context) {
    const wanted = wordsOf(args.query ?? "");
    const found = shop.collections.filter(({ title }) => wanted.every((word) => wordsOf(title).some((one) => one.startsWith(word))));
    return connection(
      found.sort((a, b) => a.title.localeCompare(b.title)),
      args,
      collectionNode,
      ({ id }) => String(id),
    );
  },
};
