/** Looks at a value and says what is wrong with it; undefined when nothing is. */
export type Facet = (value: string) => string | undefined;

const SPACE_AROUND = /^[ \t\r\n]+|[ \t\r\n]+$/g;

export const matching = (...patterns: RegExp[]): Facet => {
  const whole = patterns.map((pattern) => new RegExp(`^(?:${pattern.source})$`, "u"));
  return (value) =>
    whole.some((pattern) => pattern.test(value))
      ? undefined
      : `'${value}' no cumple el patrón ${patterns.map((one) => one.source).join(" | ")}`;
};

export const oneOf =
  (...values: string[]): Facet =>
  (value) =>
    values.includes(value) ? undefined : `'${value}' no es uno de ${values.join(", ")}`;

/** From `shortest` (1 unless told) to `longest` characters. */
export const long =
  (longest: number, shortest = 1): Facet =>
  (value) => {
    const length = [...value].length;
    return length < shortest || length > longest ? `tiene ${length} caracteres, se admiten de ${shortest} a ${longest}` : undefined;
  };

export const all =
  (...facets: Facet[]): Facet =>
  (value) => {
    for (const facet of facets) {
      const wrong = facet(value);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

/** A text without line feeds: nearly every text field of the authority. */
export const line = (longest: number): Facet => all(long(longest), matching(/[^\n]*/));

export const digits = (count: number): Facet => matching(new RegExp(`[0-9]{${count}}`));

/** A decimal with at most so many digits in all and after the point; zeros that say nothing are not counted. */
export const decimal =
  (total: number, fraction: number, { negative = false } = {}): Facet =>
  (raw) => {
    const value = raw.replace(SPACE_AROUND, "");
    const parts = /^([+-]?)0*([0-9]*?)(?:\.([0-9]*?)0*)?$/.exec(value);
    if (!parts || !/[0-9]/.test(value)) return `'${value}' no es un número decimal`;
    const [whole = "", decimals = ""] = parts.slice(2);
    if (decimals.length > fraction) return `'${value}' tiene más de ${fraction} decimales`;
    if (whole.length + decimals.length > total) return `'${value}' tiene más de ${total} dígitos`;
    return parts[1] === "-" && whole + decimals !== "" && !negative ? `'${value}' es menor que 0` : undefined;
  };

export const money = decimal(14, 2);
export const base64: Facet = (raw) => {
  const value = raw.replace(/[ \t\r\n]+/g, "");
  return value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? undefined : "no es base64";
};
/** XML's NMTOKEN. */
export const nameToken = matching(/[\p{L}\p{N}._:-]+/u);
export const anyText: Facet = () => undefined;
