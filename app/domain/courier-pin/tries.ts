/** So many wrong PINs lock a link. */
const MOST_TRIES = 5;

/** What a PIN looks like: four to six digits. */
export const isPin = (text: string): boolean => /^\d{4,6}$/.test(text);

/** For how many minutes a link is locked after so many wrong PINs in a row: a quarter of an hour at first, then an hour each time. null: it is not. */
export function lockMinutes(tries: number): number | null {
  if (tries === 0 || tries % MOST_TRIES !== 0) return null;
  return tries === MOST_TRIES ? 15 : 60;
}

/** How many more may be typed before the link is locked. */
export const triesLeft = (tries: number): number => (tries % MOST_TRIES === 0 ? 0 : MOST_TRIES - (tries % MOST_TRIES));
