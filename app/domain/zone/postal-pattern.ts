/** A postal pattern is exact ("170135"), a prefix ("1701*") or a range of equally long codes ("090101-090615"). */
export type PostalPattern =
  { kind: "exact"; code: string } | { kind: "prefix"; prefix: string } | { kind: "range"; from: string; to: string };

/** Codes are compared without spaces and case. */
export const foldPostal = (code: string): string => code.toUpperCase().replace(/\s+/g, "");

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
