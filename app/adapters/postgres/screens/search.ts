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

/**
 * Every word must occur in the order's own search text, in its document's number or key, or in the name of its courier or zone.
 * Couriers and zones are looked up once, not once a row. The patterns are the parameters from `first` on.
 */
export const foundBy = (patterns: readonly string[], first: number, hasDelivery: boolean): string =>
  patterns
    .map((_, index) => {
      const word = `$${first + index}`;
      const ofDelivery = hasDelivery ? ` OR d."courierId" IN ${named("Courier", word)} OR d."zoneId" IN ${named("Zone", word)}` : "";
      return ` AND (o."searchText" LIKE ${word} OR f."number" LIKE ${word} OR f."accessKey" LIKE ${word}${ofDelivery})`;
    })
    .join("");
