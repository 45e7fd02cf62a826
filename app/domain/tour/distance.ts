/** What it takes from each place to each other, row by row: metres, or seconds; any one unit. */
export type Distances = { readonly size: number; readonly values: Float64Array };

/** Whatever a measure says of each two of the places. */
export function distancesBetween<T>(places: readonly T[], measure: (from: T, to: T) => number): Distances {
  const size = places.length;
  const values = new Float64Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) if (from !== to) values[from * size + to] = measure(places[from]!, places[to]!);
  return { size, values };
}
