/** Somebody else has the parcel: they had set out with it when they were found to be out. */
export const PARCEL_WITH_OTHER = "parcel_with_other";

type Marked = { code: string; params?: Record<string, string | number> };

/** Of whom the parcel is to be fetched before it is brought; null: it is where it always is. */
export const fetchFrom = (attention: Marked | null | undefined): string | null =>
  attention?.code === PARCEL_WITH_OTHER ? String(attention.params?.from ?? "") : null;
