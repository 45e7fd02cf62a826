/** A schema-checked decimal as an exact integer of 10^-places; more decimals than that are a programming error. */
export function scaled(text: string, places: number): bigint {
  const value = text.trim();
  const [whole = "", decimals = ""] = value.replace(/^[+-]/, "").split(".");
  const kept = decimals.replace(/0+$/, "");
  if (kept.length > places) throw new RangeError(`${value} has more than ${places} decimals`);
  const magnitude = BigInt((whole || "0") + kept.padEnd(places, "0"));
  return value.startsWith("-") ? -magnitude : magnitude;
}

export const cents = (text: string): bigint => (text.trim() === "" ? 0n : scaled(text, 2));

/** Divides by a power of ten and rounds half away from zero. */
export function roundedShift(value: bigint, places: number): bigint {
  const divisor = 10n ** BigInt(places);
  const half = divisor / 2n;
  return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
}

export function formatCents(value: bigint): string {
  const sign = value < 0n ? "-" : "";
  const digits = String(value < 0n ? -value : value).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const sum = (values: bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
