import { TOO_LONG, UNKNOWN_COUNTRY } from "./codes";
import { checkEcuador } from "./ec";

export * from "./codes";

/** Longer than any id anywhere; a longer text is refused before a rule looks at it, so that a huge one costs nothing. */
export const LONGEST_ID: i32 = 40;

/**
 * Checks a buyer's tax id by the rules of the issuer's country and answers with a code of `codes.ts`.
 * The number is taken as it would be stored: trimmed, without separators, letters in capitals.
 */
export function checkTaxId(country: string, idType: string, idNumber: string): i32 {
  if (idNumber.length > LONGEST_ID) return TOO_LONG;
  if (country == "EC") return checkEcuador(idType, idNumber);
  return UNKNOWN_COUNTRY;
}
