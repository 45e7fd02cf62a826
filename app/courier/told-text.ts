/** Half of a pair, as a cut may leave it, is a sign that nobody can read; as `toWellFormed`, which telephones of some years ago don't know. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

/** A text on one line and no longer than it may be, without what PostgreSQL can't keep. */
export const toldText = (typed: string, most: number): string =>
  wellFormed(wellFormed(typed).replaceAll("\0", "").replace(/\s+/g, " ").trim().slice(0, most));
