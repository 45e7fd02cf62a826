import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { Run } from "./read-on";

/** As many nodes as one call may name. */
const MOST_IDS = 250;

/** Which products are in which collections: for each collection one call and a point for each product. */
export async function productsIn(
  run: Run,
  collections: readonly string[],
  products: readonly string[],
): ReturnType<ShopifyAdmin["productsIn"]> {
  const members = new Map<string, Set<string>>();
  for (const collection of collections) {
    const found = new Set<string>();
    for (let from = 0; from < products.length; from += MOST_IDS) {
      const ids = products.slice(from, from + MOST_IDS);
      const { nodes } = await run<{ nodes: ({ id?: string; isIn?: boolean } | null)[] }>("ProductsInCollection", { ids, collection });
      for (const node of nodes) if (node?.id && node.isIn) found.add(node.id);
    }
    members.set(collection, found);
  }
  return members;
}

/** Words of a title, the beginnings of which are looked for; what the search's own syntax is made of is left out. */
export async function findCollections(run: Run, term: string): ReturnType<ShopifyAdmin["collections"]> {
  const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
  const query = words.length === 0 ? null : words.map((word) => `${word}*`).join(" ");
  const { collections } = await run<{ collections: { nodes: { id: string; title: string }[] } }>("Collections", { query });
  return collections.nodes.map(({ id, title }) => ({ gid: id, title }));
}
