/** [longitude, latitude] in degrees, as GeoJSON writes them. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed ring: its first position is its last. */
export type Ring = readonly Position[];

/** One of the things that put an address inside a zone, or take it out again. */
export type AreaPart =
  | { kind: "country" }
  /**
   * A name as shoppers write it, of the state's map or of nobody's: "Quito", "Iñaquito". With the word for its unit it is all that lies in
   * it, whatever shoppers write: "Provincia de Pichincha", "Cantón Quito".
   */
  | { kind: "place"; name: string }
  /** See postal-pattern.ts. */
  | { kind: "postal"; pattern: string }
  | { kind: "circle"; latitude: number; longitude: number; metres: number }
  /** The outer ring, then its holes. */
  | { kind: "polygon"; rings: readonly Ring[] };

/** Where a zone is: any of `include` puts an address inside, any of `exclude` outside again. */
export type Area = { countryCode: string; include: readonly AreaPart[]; exclude: readonly AreaPart[] };
