const RULES: readonly [RegExp, string][] = [
  [/qu(?=[ei])|q|k|c(?![eih])/g, "k"],
  [/c(?=[ei])|z|x/g, "s"],
  [/gu(?=[ei])/g, "g"],
  [/g(?=[ei])/g, "j"],
  [/v/g, "b"],
  [/ll/g, "y"],
  [/(?<!c)h/g, ""],
  [/ph/g, "f"],
  [/\bw/g, "gu"],
  [/(.)\1+/g, "$1"],
];

/** How Spanish ears take a folded name: b and v, s, c and z, ll and y, a silent h are the same. "guayakil" sounds as "guayaquil". */
export const soundOf = (name: string): string => RULES.reduce((text, [pattern, by]) => text.replace(pattern, by), name);
