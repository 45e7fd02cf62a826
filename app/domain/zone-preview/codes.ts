import type { AreaPart } from "~/domain/zone/area";
import { meetsPostal, parsePostalPattern, type PostalPattern } from "~/domain/zone/postal-pattern";
import type { ZoneArea } from "~/domain/zone/zone-index";

type Code = { text: string; pattern: PostalPattern };
/** `exact`: the codes that are written whole; `wide`: those that stand for several. */
type Codes = { all: readonly Code[]; exact: ReadonlySet<string>; wide: readonly Code[] };

/** A zone's codes are compared with those of every other. */
const kept = new WeakMap<readonly AreaPart[], Codes>();

function codesIn(parts: readonly AreaPart[]): Codes {
  const known = kept.get(parts);
  if (known) return known;
  const all = parts.flatMap((part): Code[] => {
    const pattern = part.kind === "postal" ? parsePostalPattern(part.pattern) : null;
    return part.kind === "postal" && pattern ? [{ text: part.pattern, pattern }] : [];
  });
  const exact = new Set(all.flatMap(({ pattern }) => (pattern.kind === "exact" ? [pattern.code] : [])));
  const codes = { all, exact, wide: all.filter(({ pattern }) => pattern.kind !== "exact") };
  kept.set(parts, codes);
  return codes;
}

/** The postal codes and patterns of a zone that some of another's meet, as written. */
export function sharedCodes({ area }: Pick<ZoneArea, "area">, other: Pick<ZoneArea, "area">): string[] {
  const { all, exact, wide } = codesIn(other.area.include);
  if (all.length === 0) return [];
  const isShared = ({ pattern }: Code) =>
    pattern.kind === "exact"
      ? exact.has(pattern.code) || wide.some((its) => meetsPostal(pattern, its.pattern))
      : all.some((its) => meetsPostal(pattern, its.pattern));
  return codesIn(area.include).all.flatMap((code) => (isShared(code) ? [code.text] : []));
}
