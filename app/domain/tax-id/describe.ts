import {
  BAD_CHARACTERS,
  BAD_CHECK_DIGIT,
  BAD_ESTABLISHMENT,
  BAD_LENGTH,
  BAD_PROVINCE,
  EMPTY,
  OK,
  TOO_LONG,
  UNKNOWN_COUNTRY,
  UNKNOWN_TYPE,
  WARN_CHECK_DIGIT,
} from "./codes";

/** The id types a buyer may choose, by the issuer's country, the commonest first. */
export const ID_TYPES_BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  EC: ["cedula", "ruc", "passport", "foreign_id", "final_consumer"],
};

const names = new Map<number, string>([
  [OK, "ok"],
  [WARN_CHECK_DIGIT, "warnCheckDigit"],
  [EMPTY, "empty"],
  [BAD_LENGTH, "badLength"],
  [BAD_CHARACTERS, "badCharacters"],
  [BAD_PROVINCE, "badProvince"],
  [BAD_CHECK_DIGIT, "badCheckDigit"],
  [BAD_ESTABLISHMENT, "badEstablishment"],
  [UNKNOWN_TYPE, "unknownType"],
  [TOO_LONG, "tooLong"],
  [UNKNOWN_COUNTRY, "unknownCountry"],
]);

export const isError = (code: number): boolean => code >= EMPTY;
export const isWarning = (code: number): boolean => code > OK && code < EMPTY;

/** The i18n key of a code, such as `taxId.badLength`; every language file of the product has it. */
export const describeTaxIdCode = (code: number): string => `taxId.${names.get(code) ?? "unknownType"}`;

/** Digits a complete number has, where the type fixes it: from then on a wrong number can be told while it is typed. */
export function completeLength(country: string, idType: string): number | null {
  if (country !== "EC") return null;
  if (idType === "cedula") return 10;
  return idType === "ruc" || idType === "final_consumer" ? 13 : null;
}
