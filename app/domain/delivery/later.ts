/** The buyer wants it another day, which has not come. `reattemptOn`, `today`: yyyy-mm-dd where the shop is. */
export const isForLater = (reattemptOn: string | null | undefined, today: string): boolean => Boolean(reattemptOn && reattemptOn > today);
