/** A place as people call it: the map writes "Cantón Tulcán", "Tungurahua Province". */
export const called = (name: string): string =>
  name.replace(/^(cantón|canton|provincia de|provincia) (?=\S)/i, "").replace(/(?<=\S) (province|department|region|canton)$/i, "");
