import type { Place } from "~/domain/place/place";
import type { DocumentType, SeriesKey } from "./document";

/** The series that a document of the type takes its number from; null where there is none. */
export const defaultSeries = <S extends SeriesKey & { isDefault: boolean }>(
  all: readonly S[],
  documentType: DocumentType,
  environment: SeriesKey["environment"],
): S | null => all.find((one) => one.documentType === documentType && one.environment === environment && one.isDefault) ?? null;

type Spot = Pick<SeriesKey, "documentType" | "establishment" | "emissionPoint" | "environment">;

/** Whether two series are one: the same documents of the same place. */
export const isSamePlace = (a: Spot, b: Spot): boolean =>
  a.documentType === b.documentType &&
  a.establishment === b.establishment &&
  a.emissionPoint === b.emissionPoint &&
  a.environment === b.environment;

type Wanted = Pick<SeriesKey, "documentType" | "environment"> & { place: Place };

/**
 * The series of a document that belongs to a place; null where it has none yet. An invoice bears just that place. A credit note or a guide
 * stays in its establishment: where the merchant numbers them at a point of their own there, that is the one.
 */
export function seriesAt<S extends SeriesKey & { isDefault: boolean }>(
  all: readonly S[],
  { documentType, environment, place }: Wanted,
): S | null {
  const usual = defaultSeries(all, documentType, environment);
  if (documentType !== "invoice" && usual?.establishment === place.establishment) return usual;
  return all.find((one) => isSamePlace(one, { documentType, environment, ...place })) ?? null;
}
