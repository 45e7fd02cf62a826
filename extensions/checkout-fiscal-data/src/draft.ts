import { FINAL_CONSUMER, LONGEST, type FiscalData } from "../../../app/domain/fiscal-data/fiscal-data";
import { parseFiscalData } from "../../../app/domain/fiscal-data/parse";
import { fiscalDataProblems, isEmailAddress, isFinalConsumer } from "../../../app/domain/fiscal-data/problems";
import { serialiseFiscalData } from "../../../app/domain/fiscal-data/serialise";
import { checkTaxId } from "../../../app/domain/tax-id/check";
import { ID_TYPES_BY_COUNTRY, completeLength } from "../../../app/domain/tax-id/describe";

/** Whose rules hold: the issuer's country, wherever the buyer lives. */
export const COUNTRY = "EC";
export const ID_TYPES = ID_TYPES_BY_COUNTRY[COUNTRY] ?? [];

/** The form as the buyer sees it. `legalName` null: not touched, it follows the name that checkout already has. */
export type Draft = { idType: string; idNumber: string; legalName: string | null; otherEmail: boolean; email: string };

export function emptyDraft(preferredType: unknown): Draft {
  const idType = ID_TYPES.find((type) => type === preferredType) ?? ID_TYPES[0] ?? "";
  return { idType, idNumber: "", legalName: null, otherEmail: false, email: "" };
}

/** The form as it was when these data were stored; null when they are none of ours. */
export function draftFromStored(json: string | null): Draft | null {
  const data = parseFiscalData(json);
  if (!data || !ID_TYPES.includes(data.idType)) return null;
  const { idType, email = "" } = data;
  const own = isFinalConsumer(data) ? { idNumber: "", legalName: null } : { idNumber: data.idNumber, legalName: data.legalName };
  return { idType, ...own, otherEmail: email !== "", email };
}

/** What is to be stored: the JSON, or null while something is missing or wrong. */
export function storedFormOf(draft: Draft, knownName: string): string | null {
  const identity = isFinalConsumer(draft) ? FINAL_CONSUMER : identityOf(draft, knownName);
  // A wrong e-mail must not cost the buyer the invoice: it then goes to the checkout's address, as the field says.
  const email = draft.otherEmail && isEmailAddress(draft.email.trim()) ? draft.email : undefined;
  const data = parseFiscalData({ schemaVersion: 1, country: COUNTRY, ...identity, email });
  return data && fiscalDataProblems(data).length === 0 ? serialiseFiscalData(data) : null;
}

export const checkDraftNumber = (draft: Draft): number => checkTaxId(COUNTRY, draft.idType, tidyNumber(draft));

/** All the characters are there, so that a wrong number is wrong for good. Numbers without a fixed length are never known to be complete. */
export function hasCompleteNumber(draft: Draft): boolean {
  const complete = completeLength(COUNTRY, draft.idType);
  return complete !== null && tidyNumber(draft).length >= complete;
}

/** People copy numbers with the spaces, dots and hyphens they are printed with; a passport's hyphen is part of it. */
export function tidyNumber({ idType, idNumber }: Pick<Draft, "idType" | "idNumber">): string {
  if (idType === "cedula" || idType === "ruc") return idNumber.replace(/[\s.-]/g, "");
  return idNumber.replace(/\s/g, "").toUpperCase();
}

function identityOf(draft: Draft, knownName: string): Omit<FiscalData, "schemaVersion" | "country"> {
  const legalName = (draft.legalName ?? knownName).slice(0, LONGEST.legalName);
  return { idType: draft.idType, idNumber: tidyNumber(draft), legalName };
}
