import { foldName, foldText } from "~/domain/gazetteer/fold-name";
import type { Division } from "./use-divisions";

const MOST = 8;

export type Suggestion = { name: string; says: string };
type Words = (key: string, params: Record<string, string>) => string;

/**
 * What a search among a country's divisions offers: each as people call it and, where it is a unit, all that lies in it. Names that begin
 * with the term come first, wide before narrow.
 */
export function suggestionsFor(divisions: readonly Division[], term: string, t: Words): Suggestion[] {
  const folded = foldName(term);
  if (foldText(term).length < 2) return [];
  const fits = divisions
    .map((division) => ({ division, name: foldName(division.name) }))
    .filter(({ name }) => name.split(" ").some((_word, at, words) => words.slice(at).join(" ").startsWith(folded)))
    .sort((a, b) => Number(b.name.startsWith(folded)) - Number(a.name.startsWith(folded)));
  const offered = fits.flatMap(({ division: { kind, name, within } }): Suggestion[] => {
    const at = within === "" ? "" : ` · ${within}`;
    if (kind === "province") return [{ name: t("zone.names.provinceOf", { name }), says: t("zone.names.everything", {}) }];
    const called = { name, says: t("zone.names.called", { name }) + at };
    if (kind !== "canton") return [called];
    // Of two cantons that are called alike, each is named with its province.
    const isShared = divisions.filter((other) => other.kind === kind && foldName(other.name) === foldName(name)).length > 1;
    return [
      called,
      { name: t("zone.names.cantonOf", { name: isShared ? `${name}, ${within}` : name }), says: t("zone.names.everything", {}) + at },
    ];
  });
  return offered.filter(({ name }, at) => offered.findIndex((one) => one.name === name) === at).slice(0, MOST);
}
