import { formatMinor } from "~/domain/money/money";

const PAIRS = Array.from({ length: 100 }, (_none, number) => String(number).padStart(2, "0"));
const MICROS = 1_000_000;

/** "12.50": SRI's amounts have two decimals and at most 14 digits. A document has thousands of them: reckoned, not cut out of text. */
export function amount(minor: number): string {
  const cents = PAIRS[minor % 100];
  return cents === undefined ? formatMinor(minor, "USD") : `${Math.trunc(minor / 100)}.${cents}`;
}

export const LARGEST_AMOUNT_MINOR = 99_999_999_999_999;

/** Up to six decimals (factura 1.1.0), two at least: "8.695652", "10.00". */
export function unitPrice(micros: bigint): string {
  if (micros > Number.MAX_SAFE_INTEGER) return `${micros / BigInt(MICROS)}.${decimals(Number(micros % BigInt(MICROS)))}`;
  const small = Number(micros);
  return `${Math.trunc(small / MICROS)}.${decimals(small % MICROS)}`;
}

function decimals(micros: number): string {
  if (micros % 10_000 === 0) return PAIRS[micros / 10_000] ?? "";
  return String(micros).padStart(6, "0").replace(/0+$/, "");
}

/** A rate in per cent, "15.00". */
export const tarifa = amount;
