/** One LIKE pattern per word of a folded search term; without words everything matches. */
export function likePatterns(term: string): string[] {
  const words = term.split(" ").filter((word) => word !== "");
  return words.length === 0 ? ["%"] : words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}
