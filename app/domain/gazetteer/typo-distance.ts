/**
 * How many letters were left out, put in, changed or swapped with their neighbour (optimal string alignment), as far as `most`; one more
 * than that where it is further. Texts of hundreds of letters cost no more than their difference.
 */
export function typoDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_none, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      now.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return Math.min(last[b.length]!, most + 1);
}

/** How many slips a name may have and still be itself: none where it is short, since then it is soon another. An article tells nothing apart. */
export function slipsAllowed(name: string): number {
  const { length } = name.replace(/^(?:el|la|los|las) /, "");
  return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/** Which letters a text has, a bit for each. */
export type Letters = number;

export function lettersIn(text: string): Letters {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Whether two texts may be so few slips apart: a slip changes two letters at most. Rules most names out at no cost. */
export function mayBeWithin(a: Letters, b: Letters, slips: number): boolean {
  let different = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) if (++different > 2 * slips) return false;
  return true;
}
