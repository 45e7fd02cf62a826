import { OK, checkTaxId } from "../tax-id/check";
import { isError } from "../tax-id/describe";
import { FINAL_CONSUMER, LONGEST, type FiscalData } from "./fiscal-data";

/** `code`: `codes.ts` of tax-id for the id number, else 0. */
export type FiscalDataProblem = { field: "idNumber" | "legalName" | "email"; code: number };

/** What keeps these data from an invoice, in the order of the form; empty when nothing does. Doubts about a check digit are no problem. */
export function fiscalDataProblems(data: FiscalData): FiscalDataProblem[] {
  const problems: FiscalDataProblem[] = [];
  const code = checkTaxId(data.country, data.idType, data.idNumber);
  if (isError(code)) problems.push({ field: "idNumber", code });
  if (data.legalName.trim() === "") problems.push({ field: "legalName", code: OK });
  if (data.email !== undefined && !isEmailAddress(data.email)) problems.push({ field: "email", code: OK });
  return problems;
}

/** One @, a dotted domain, no spaces: enough to catch slips; whether it exists only a mail can tell. */
export function isEmailAddress(address: string): boolean {
  const at = address.indexOf("@");
  if (address.length > LONGEST.email || at < 1 || at !== address.lastIndexOf("@") || /[\s\p{Cc}<>(),;:"]/u.test(address)) return false;
  const labels = address.slice(at + 1).split(".");
  return labels.length > 1 && labels.every((label) => label !== "");
}

/** Whether the data say that the buyer does not identify. */
export const isFinalConsumer = (data: Pick<FiscalData, "idType">): boolean => data.idType === FINAL_CONSUMER.idType;
