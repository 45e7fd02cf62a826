import { formatMinor } from "~/domain/money/money";

/** "12.50": SRI's amounts have two decimals and at most 14 digits. */
export const amount = (minor: number): string => formatMinor(minor, "USD");

export const LARGEST_AMOUNT_MINOR = 99_999_999_999_999;

/** Up to six decimals (factura 1.1.0), two at least: "8.695652", "10.00". */
export function unitPrice(micros: bigint): string {
  const digits = micros.toString().padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0{1,4}$/, "");
  return `${digits.slice(0, -6)}.${decimals}`;
}

/** A rate in per cent, "15.00". */
export const tarifa = (rateBasisPoints: number): string => formatMinor(rateBasisPoints, "USD");
