import { LONGEST, type FiscalData } from "./fiscal-data";

// More than any honest metafield holds; a longer text is not even read as JSON.
const LONGEST_JSON = 5_000;
const LETTER_TYPES = ["passport", "foreign_id"];

/**
 * Fiscal data from a metafield's or attribute's value: JSON text, or what it was parsed to. `null` when it is none of ours:
 * not an object, another schema version, a text missing or of another type. Texts come out trimmed and cut to `LONGEST`;
 * whether the buyer may be invoiced with them is for `fiscalDataProblems` to say.
 */
export function parseFiscalData(json: unknown): FiscalData | null {
  const fields = ownFields(typeof json === "string" ? readJson(json) : json);
  if (!fields || fields.schemaVersion !== 1) return null;
  const country = text(fields.country, LONGEST.country);
  const idType = text(fields.idType, LONGEST.idType);
  const idNumber = text(inCapitals(idType, fields.idNumber), LONGEST.idNumber);
  const legalName = text(fields.legalName, LONGEST.legalName);
  if (country === null || idType === null || idNumber === null || legalName === null) return null;
  const email = text(fields.email, LONGEST.email);
  const data: FiscalData = { schemaVersion: 1, country, idType, idNumber, legalName };
  return email ? { ...data, email } : data;
}

// Passports and foreign ids are stored in capitals; other numbers are digits and stay as typed.
function inCapitals(idType: string | null, idNumber: unknown): unknown {
  return idType !== null && LETTER_TYPES.includes(idType) && typeof idNumber === "string" ? idNumber.toUpperCase() : idNumber;
}

function readJson(json: string): unknown {
  if (json.length > LONGEST_JSON) return null;
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

// Only own properties count: an inherited one was put there by nobody's checkout.
function ownFields(value: unknown): Record<string, unknown> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

// Control characters, half surrogate pairs (a cut may leave one) and U+FFFE/FFFF can stand in no XML document.
function text(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  const oneLine = value
    .slice(0, LONGEST_JSON)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
  return oneLine
    .slice(0, longest)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "")
    .trim();
}
