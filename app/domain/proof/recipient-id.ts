import { OK, WARN_CHECK_DIGIT } from "~/domain/tax-id/codes";
import { checkTaxId } from "~/domain/tax-id/check";

/** An id number as it is kept: capitals and digits. */
export const recipientIdOf = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z-]/g, "");

/**
 * Whether an id number can't be right: ten digits are a cédula, thirteen a RUC, and both bear a check digit. Of anything else (a passport) nothing is
 * known, and a doubtful one is not wrong.
 */
export function isWrongId(typed: string): boolean {
  const id = recipientIdOf(typed);
  const type = /^\d{10}$/.test(id) ? "cedula" : /^\d{13}$/.test(id) ? "ruc" : null;
  if (type === null) return false;
  const found = checkTaxId("EC", type, id);
  return found !== OK && found !== WARN_CHECK_DIGIT;
}
