const ZERO: i32 = 48;
const NINE: i32 = 57;
const UPPER_A: i32 = 65;
const UPPER_Z: i32 = 90;
const HYPHEN: i32 = 45;

export function onlyDigits(text: string): bool {
  for (let i: i32 = 0; i < text.length; i++) {
    const code: i32 = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** Capital letters, digits and hyphens: what passports and foreign ids are made of once upper-cased. */
export function onlyCapitalsDigitsAndHyphens(text: string): bool {
  for (let i: i32 = 0; i < text.length; i++) {
    const code: i32 = text.charCodeAt(i);
    const digit: bool = code >= ZERO && code <= NINE;
    const capital: bool = code >= UPPER_A && code <= UPPER_Z;
    if (!digit && !capital && code != HYPHEN) return false;
  }
  return true;
}

export function digitAt(text: string, index: i32): i32 {
  return text.charCodeAt(index) - ZERO;
}

/** Σ digit × weight over the leading digits; the weights are written as a string of digits. */
export function weightedSum(text: string, weights: string): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < weights.length; i++) sum += digitAt(text, i) * digitAt(weights, i);
  return sum;
}
