/** The numbers of the stops at one place, as they fit on a pin. */
export function pinLabel(numbers: readonly number[]): string {
  const [first, second] = numbers;
  if (first === undefined) return "";
  if (second === undefined) return String(first);
  return numbers.length === 2 ? `${first}·${second}` : `${first}+${numbers.length - 1}`;
}
