/** A postal pattern is exact ("170135"), a prefix ("1701*") or a range of equally long codes ("090101-090615"). */
export type PostalPattern =
  { kind: "exact"; code: string } | { kind: "prefix"; prefix: string } | { kind: "range"; from: string; to: string };

/** Codes are compared without spaces and case. */
export const foldPostal = (code: string): string => code.toUpperCase().replace(/\s+/g, "");

/** "*", or a range of all codes of a length: every address would be inside. */
export const isEverything = (text: string): boolean => /^(?:\*+|\*-\*|0+-[9Z]+)$/.test(foldPostal(text));

/** Reads a pattern; null when it is none ("*" alone would match everything and is none). */
export function parsePostalPattern(text: string): PostalPattern | null {
  const folded = foldPostal(text);
  const range = /^([A-Z0-9]+)-([A-Z0-9]+)$/.exec(folded);
  if (range) {
    const [, from = "", to = ""] = range;
    return from.length === to.length && from <= to ? { kind: "range", from, to } : null;
  }
  if (/^[A-Z0-9]+\*$/.test(folded)) return { kind: "prefix", prefix: folded.slice(0, -1) };
  return /^[A-Z0-9]+$/.test(folded) ? { kind: "exact", code: folded } : null;
}

export function matchesPostal(pattern: PostalPattern, zip: string): boolean {
  const code = foldPostal(zip);
  switch (pattern.kind) {
    case "exact":
      return code === pattern.code;
    case "prefix":
      return code.startsWith(pattern.prefix);
    case "range":
      return code.length === pattern.from.length && code >= pattern.from && code <= pattern.to;
  }
}

/** Whether every code of one pattern is one of the other's too. */
export function liesWithin(inner: PostalPattern, outer: PostalPattern): boolean {
  switch (inner.kind) {
    case "exact":
      return matchesPostal(outer, inner.code);
    case "prefix":
      return outer.kind === "prefix" && inner.prefix.startsWith(outer.prefix);
    case "range":
      return matchesPostal(outer, inner.from) && matchesPostal(outer, inner.to);
  }
}

/** Whether a code can be of both patterns. */
export function meetsPostal(one: PostalPattern, other: PostalPattern): boolean {
  if (one.kind === "exact") return matchesPostal(other, one.code);
  if (other.kind === "exact") return matchesPostal(one, other.code);
  if (one.kind === "prefix" && other.kind === "prefix") return one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix);
  if (one.kind === "range" && other.kind === "range")
    return one.from.length === other.from.length && one.from <= other.to && other.from <= one.to;
  const [range, prefix] = one.kind === "range" ? [one, other] : [other, one];
  if (range.kind !== "range" || prefix.kind !== "prefix") return false;
  const length = range.from.length;
  if (prefix.prefix.length > length) return false;
  const [least, most] = [prefix.prefix.padEnd(length, "0"), prefix.prefix.padEnd(length, "Z")];
  return least <= range.to && range.from <= most;
}
