/** One letter for "ch", and for "sh", which Spanish writes either way: "shushufindi" sounds as "chuchufindi". */
const CH = "č";

const RULES: readonly [RegExp, string][] = [
  // The words that people leave out: "San Miguel Bancos", "Puyo" for "El Puyo".
  [/ (?:de|del|de la|de los|de las|y) (?=\S)/g, " "],
  [/ (?:el|la|los|las) (?=\S)/g, " "],
  [/^(?:el|la|los|las) (?=\S)/, ""],
  [/[cs]h/g, CH],
  [/qu(?=[ei])|q|k|c(?![ei])/g, "k"],
  [/c(?=[ei])|z|x/g, "s"],
  [/(?<![a-z])hu(?=[aeio])/g, "gu"],
  [/(?<=[aeio])hu(?=[aeio])/g, "gu"],
  [/gu(?=[ei])/g, "g"],
  [/g(?=[ei])/g, "j"],
  [/v/g, "b"],
  [/ph/g, "f"],
  [/ll/g, "y"],
  [/h/g, ""],
  [/(?<![a-z])w/g, "gu"],
  [/(.)\1+/g, "$1"],
];

/**
 * How Spanish ears take a folded name: b and v, s, c and z, ll and y, hua and gua, a silent h are the same, small words are nothing.
 * "guayakil" sounds as "guayaquil".
 */
export const soundOf = (name: string): string => RULES.reduce((text, [pattern, by]) => text.replace(pattern, by), name);
