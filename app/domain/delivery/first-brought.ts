type Brought = { deliveredAt: Date | null };

/** Of an order's deliveries the one that the buyer got first; null: none yet. */
export const firstBrought = <D extends Brought>(deliveries: readonly D[]): D | null =>
  deliveries.filter(({ deliveredAt }) => deliveredAt !== null).sort((a, b) => a.deliveredAt!.getTime() - b.deliveredAt!.getTime())[0] ??
  null;
