/** Where documents are numbered: an establishment and an emission point, in the authority's codes (Ecuador: three digits each). */
export type Place = { establishment: string; emissionPoint: string };

/** "001-002". */
export const placeName = ({ establishment, emissionPoint }: Place): string => `${establishment}-${emissionPoint}`;

type Linked = { [K in keyof Place]: string | null };

/** The place that a location was linked to; null where it wasn't, or where nobody knows the location. */
export const placeOf = (location: Linked | null): Place | null =>
  location?.establishment && location.emissionPoint
    ? { establishment: location.establishment, emissionPoint: location.emissionPoint }
    : null;
