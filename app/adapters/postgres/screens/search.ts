/** One LIKE pattern per word of a folded search term; without words there is none. */
export const likePatterns = (term: string): string[] =>
  term
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/** A column folded as search terms are: lower case, without the accents of our languages. */
const folded = (column: string): string => `translate(lower(${column}), 'áàäâéèëêíìïîóòöôúùüûñç', 'aaaaeeeeiiiioooouuuunc')`;

const named = (table: string, parameter: string): string =>
  `(SELECT "id" FROM "${table}" WHERE "shopId" = $1::uuid AND ${folded(`"name"`)} LIKE ${parameter})`;

/** Every word must occur in a document's number or key, or in its order's search text. The patterns are the parameters from `first` on. */
export const foundBy = (patterns: readonly string[], first: number): string =>
  patterns
    .map((_, index) => `$${first + index}`)
    .map((word) => ` AND (o."searchText" LIKE ${word} OR f."number" LIKE ${word} OR f."accessKey" LIKE ${word})`)
    .join("");

/**
 * Every word must occur in the order's own search text, in the number or key of an invoice of it, or in the name of a courier or zone of its
 * deliveries. Each is looked up once, not once a row.
 */
export const orderFoundBy = (patterns: readonly string[], first: number): string =>
  patterns
    .map((_, index) => `$${first + index}`)
    .map((word) => {
      const ofInvoice = `SELECT "orderId" FROM "FiscalDocument" WHERE "shopId" = $1::uuid AND "kind" = 'invoice' AND ("number" LIKE ${word} OR "accessKey" LIKE ${word})`;
      const ofDelivery = `SELECT "orderId" FROM "Delivery" WHERE "shopId" = $1::uuid AND ("courierId" IN ${named("Courier", word)} OR "zoneId" IN ${named("Zone", word)})`;
      return ` AND (o."searchText" LIKE ${word} OR o."id" IN (${ofInvoice}) OR o."id" IN (${ofDelivery}))`;
    })
    .join("");
