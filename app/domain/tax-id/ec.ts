import {
  BAD_CHARACTERS,
  BAD_CHECK_DIGIT,
  BAD_ESTABLISHMENT,
  BAD_LENGTH,
  BAD_PROVINCE,
  EMPTY,
  OK,
  UNKNOWN_TYPE,
  WARN_CHECK_DIGIT,
} from "./codes";
import { digitAt, onlyCapitalsDigitsAndHyphens, onlyDigits, weightedSum } from "./digits";

/** SRI's fixed number for a buyer who does not identify (identification type 07). */
export const FINAL_CONSUMER_NUMBER: string = "9999999999999";

// Modulus 11: the check digit carries weight 1, so a right number sums to a multiple of 11.
const PUBLIC_WEIGHTS: string = "327654321";
const JURIDICAL_WEIGHTS: string = "4327654321";

export function checkEcuador(idType: string, idNumber: string): i32 {
  if (idType == "cedula") return checkCedula(idNumber);
  if (idType == "ruc") return checkRuc(idNumber);
  if (idType == "passport" || idType == "foreign_id") return checkForeignDocument(idNumber);
  if (idType == "final_consumer") return checkFinalConsumer(idNumber);
  return UNKNOWN_TYPE;
}

function checkCedula(idNumber: string): i32 {
  const shape: i32 = checkDigitCount(idNumber, 10);
  if (shape != OK) return shape;
  if (!hasProvince(idNumber)) return BAD_PROVINCE;
  return isCedula(idNumber) ? OK : BAD_CHECK_DIGIT;
}

/** The third digit says whose RUC it is: 0–5 a person, 6 a public body (or a person), 9 a company; 7 and 8 were never given out. */
function checkRuc(idNumber: string): i32 {
  const shape: i32 = checkDigitCount(idNumber, 13);
  if (shape != OK) return shape;
  if (!hasProvince(idNumber)) return BAD_PROVINCE;
  const kind: i32 = digitAt(idNumber, 2);
  if (kind == 9) return checkJuridicalRuc(idNumber);
  if (kind == 6) return checkPublicRuc(idNumber);
  if (kind > 6) return BAD_CHECK_DIGIT;
  if (!hasEstablishment(idNumber)) return BAD_ESTABLISHMENT;
  return isCedula(idNumber) ? OK : BAD_CHECK_DIGIT;
}

// RUCs issued lately don't satisfy modulus 11, and SRI decides by its register (rejections 59 and 62): a doubt, not an error.
function checkJuridicalRuc(idNumber: string): i32 {
  if (!hasEstablishment(idNumber)) return BAD_ESTABLISHMENT;
  return weightedSum(idNumber, JURIDICAL_WEIGHTS) % 11 == 0 ? OK : WARN_CHECK_DIGIT;
}

// A public body's establishment has four digits, the last four. Some persons' cédulas have a 6 in third place too.
function checkPublicRuc(idNumber: string): i32 {
  const fourDigitEstablishment: bool = idNumber.substring(9) != "0000";
  if (fourDigitEstablishment && weightedSum(idNumber, PUBLIC_WEIGHTS) % 11 == 0) return OK;
  if (!hasEstablishment(idNumber)) return BAD_ESTABLISHMENT;
  return isCedula(idNumber) ? OK : WARN_CHECK_DIGIT;
}

function checkForeignDocument(idNumber: string): i32 {
  if (idNumber.length == 0) return EMPTY;
  if (!onlyCapitalsDigitsAndHyphens(idNumber)) return BAD_CHARACTERS;
  return idNumber.length < 3 || idNumber.length > 20 ? BAD_LENGTH : OK;
}

function checkFinalConsumer(idNumber: string): i32 {
  const shape: i32 = checkDigitCount(idNumber, 13);
  if (shape != OK) return shape;
  return idNumber == FINAL_CONSUMER_NUMBER ? OK : BAD_CHECK_DIGIT;
}

function checkDigitCount(idNumber: string, count: i32): i32 {
  if (idNumber.length == 0) return EMPTY;
  if (!onlyDigits(idNumber)) return BAD_CHARACTERS;
  return idNumber.length == count ? OK : BAD_LENGTH;
}

// 01–24 are the provinces, 30 is Ecuadorians abroad, 50 foreigners.
function hasProvince(idNumber: string): bool {
  const province: i32 = digitAt(idNumber, 0) * 10 + digitAt(idNumber, 1);
  return (province >= 1 && province <= 24) || province == 30 || province == 50;
}

function hasEstablishment(ruc: string): bool {
  return ruc.substring(10) != "000";
}

/** Modulus 10 over the first ten digits: weights 2, 1, 2, …, nine taken off what exceeds nine. */
function isCedula(idNumber: string): bool {
  if (digitAt(idNumber, 2) > 6) return false;
  let sum: i32 = digitAt(idNumber, 9);
  for (let i: i32 = 0; i < 9; i++) {
    const product: i32 = digitAt(idNumber, i) * (i % 2 == 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 == 0;
}
