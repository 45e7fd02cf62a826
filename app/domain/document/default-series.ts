import type { DocumentType, SeriesKey } from "./document";

/** The series that a document of the type takes its number from; null where there is none. */
export const defaultSeries = <S extends SeriesKey & { isDefault: boolean }>(
  all: readonly S[],
  documentType: DocumentType,
  environment: SeriesKey["environment"],
): S | null => all.find((one) => one.documentType === documentType && one.environment === environment && one.isDefault) ?? null;

type Place = Pick<SeriesKey, "documentType" | "establishment" | "emissionPoint" | "environment">;

/** Whether two series are one: the same documents of the same place. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.documentType === b.documentType &&
  a.establishment === b.establishment &&
  a.emissionPoint === b.emissionPoint &&
  a.environment === b.environment;
