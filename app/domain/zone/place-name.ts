/** A place name as people mean it: no accents, no case, no punctuation, single spaces. "Quito, D.M." → "quito d m". */
export const foldPlace = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The names one field may hold: the whole, and its parts where people wrote "Quito, Pichincha" or "Cumbayá - Quito". */
export function namesIn(field: string | null): string[] {
  if (!field) return [];
  return [field, ...field.split(/[,;/|]|\s-\s/)].map(foldPlace).filter(Boolean);
}
