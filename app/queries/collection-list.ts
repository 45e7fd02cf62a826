import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** The shop's collections that a search finds in Shopify, to be chosen from. */
export const collectionList = ({ admin }: Pick<QueryPorts, "admin">, { shop, term }: { shop: Shop; term: string }) =>
  admin(shop, "now").collections(term);
