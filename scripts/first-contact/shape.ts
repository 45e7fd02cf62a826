/** Path → the kinds of value seen there, sorted. Shapes carry no values, so that they can be kept, compared and shown to anyone. */
export type Shape = Record<string, string[]>;

/** Fields that name a state of the machine, never a person: their values are kept. Everything else becomes a kind. */
const FACTS = new Set(
  (
    "status kind state displayFinancialStatus displayFulfillmentStatus currencyCode presentmentCurrencyCode countryCodeV2 " +
    "estado ambiente tipo identificador numeroComprobantes x-shopify-topic x-shopify-api-version content-type paymentType reads outcome answer"
  ).split(" "),
);
const FACT = /^[\p{L}\d_ ./;=*+-]{1,40}$/u;
/** A value that looks like somebody's number or a random id is no fact, whatever its field is called. */
const LIKE_A_NUMBER = /\d{7}|[\da-f]{8}-[\da-f]{4}/i;

const KINDS: [RegExp, string | ((text: string) => string)][] = [
  [/^$/, "empty text"],
  [/^gid:\/\/shopify\/\w+\//, (text) => `gid of ${/shopify\/(\w+)/.exec(text)?.[1]}`],
  [
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/,
    (text) => `instant ${text.slice(19).replace(/\d/g, "9") || "without zone"}`,
  ],
  [/^\d{4}-\d\d-\d\d$/, "date yyyy-mm-dd"],
  [/^\d\d\/\d\d\/\d{4}/, (text) => `date ${text.replace(/\d/g, "9").slice(0, 30)}`],
  [/^-?\d{1,9}(\.\d{1,2})?$/, "amount"],
  [/^-?\d{1,9}\.\d{3,}$/, "amount of more than 2 decimals"],
  [/^\d{49}$/, "49 digits"],
  [/^\d{10,}$/, "long number"],
  [/^https?:\/\//i, "url"],
  [/^[^\s@]+@[^\s@]+$/, "e-mail"],
  [/^\s*<[?\w]/, "xml"],
];

function kindOfText(text: string, field: string): string {
  if (FACTS.has(field) && FACT.test(text) && !LIKE_A_NUMBER.test(text)) return `= ${text}`;
  for (const [pattern, kind] of KINDS) if (pattern.test(text)) return typeof kind === "string" ? kind : kind(text);
  return "text";
}

function kindOf(value: unknown, field: string): string {
  if (value === null) return "null";
  if (typeof value === "string") return kindOfText(value, field);
  if (typeof value === "number") return Number.isInteger(value) ? "whole number" : "number";
  return typeof value;
}

/** Names of our own making stay; a key that could be data (long, or with anything but word characters) does not. */
const safeKey = (key: string): string => (/^[\w:@{}.-]{1,80}$/.test(key) && !LIKE_A_NUMBER.test(key) ? key : "(other)");

/** What a value is made of. Lists are one path `[]`; an empty list and an absent field differ from null. */
export function shapeOf(...values: unknown[]): Shape {
  const found = new Map<string, Set<string>>();
  const note = (path: string, kind: string) => found.set(path, (found.get(path) ?? new Set()).add(kind));
  const visit = (value: unknown, path: string, field: string): void => {
    if (Array.isArray(value)) {
      note(path, "list");
      for (const item of value) visit(item, `${path}[]`, field);
    } else if (typeof value === "object" && value !== null) {
      note(path, "object");
      for (const [key, inner] of Object.entries(value))
        if (inner !== undefined) visit(inner, `${path}${path === "" ? "" : "."}${safeKey(key)}`, key);
    } else if (value !== undefined) note(path, kindOf(value, field));
  };
  for (const value of values) visit(value, "", "");
  found.delete("");
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, kinds]) => [path, [...kinds].sort()]));
}

export type Deviation = { path: string; expected: string; seen: string; change: "absent" | "new" | "kind" | "not seen" };

const worded = (kinds: string[]): string => kinds.join(" | ");

/** Where what was seen is made otherwise than what was expected. What lies inside an absent or new object is told once. */
export function deviations(expected: Shape, seen: Shape): Deviation[] {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(seen)])].sort();
  const found = paths.flatMap((path): Deviation[] => {
    const [old, now] = [expected[path], seen[path]];
    if (!old) return [{ path, expected: "(no such field)", seen: worded(now ?? []), change: "new" }];
    if (!now) return [{ path, expected: worded(old), seen: "(no such field)", change: "absent" }];
    if (now.some((kind) => !old.includes(kind))) return [{ path, expected: worded(old), seen: worded(now), change: "kind" }];
    return old.some((kind) => !now.includes(kind)) ? [{ path, expected: worded(old), seen: worded(now), change: "not seen" }] : [];
  });
  const whole = new Set(found.filter(({ change }) => change === "absent" || change === "new").map(({ path }) => path));
  return found.filter(({ path }) => !ancestors(path).some((ancestor) => whole.has(ancestor)));
}

function ancestors(path: string): string[] {
  const ends = [...path.matchAll(/\.|\[\]/g)].map(({ index }) => index);
  return ends.flatMap((end) => [path.slice(0, end), path.slice(0, end + 2)]).filter((ancestor) => ancestor !== path);
}
