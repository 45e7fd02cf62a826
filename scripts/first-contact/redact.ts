/** The last door before anything is written or shown: what people and machines would rather keep to themselves is taken out of a text. */
export type Redact = (text: string) => string;

const HIDDEN = "[…]";
/** Shorter ones would take ordinary words with them. */
const SHORTEST_SECRET = 4;

/** Access key: date, document type, RUC, environment, series, number, random code, emission type, check digit. Series and number are needed to find it. */
const ACCESS_KEY = /(?<!\d)(\d{8})(\d{2})\d{13}(\d)(\d{6})(\d{9})\d{8}\d{2}(?!\d)/g;

const PATTERNS: [RegExp, string][] = [
  [/[\p{L}\d._%+'-]+(?:@|%40|&#64;|\\u0040)[\p{L}\d.-]+\.?[\p{L}\d-]*/giu, "[e-mail]"],
  [/\b(?:shp(?:at|ca|pa|ss|rt|ua)_|prtapi_)\w+/gi, "[token]"],
  [/\bey[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, "[token]"],
  [/\b(?:bearer|basic)\s+[\w+/=.~-]{6,}/gi, "[token]"],
  [/([a-z][a-z\d+.-]*:\/\/)[^\s/@]*@/gi, "$1[login]@"],
  [/\b[a-z\d][a-z\d-]*\.myshopify\.com\b/gi, "[shop]"],
  [/-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)/g, "[key]"],
  // A link's token: <public key>.<256-bit secret>
  [/(?<![\w-])[\w-]{6,}\.[\w-]{40,}/g, "[link]"],
  // Long words in snake_case are names of fields.
  [/(?<![\w/+-])(?![a-z]+(?:_[a-z]+)+(?![\w/+-]))[\w/+-]{40,}={0,2}/g, "[secret]"],
  // Tax ids, phones, cards: nine digits or more, however they are grouped. Ours that have as many are series and numbers of documents.
  [/(?<![\d\p{L}])\+?\(?\d(?:[\s.()/-]{0,2}\d){8,}/gu, HIDDEN],
];
/** 001-001-000000042, with hyphens as Ecuador writes a document's number; instants, and dates with times. */
const OURS =
  /(?<![\d-])(?:\d{3}-\d{3}-\d{9}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?|gid:\/\/shopify\/(?:Order|Fulfillment|DeliveryCarrierService)\/\d+)(?![\d-])/g;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const inXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");

/** The ways in which one secret turns up: as it is, in JSON, XML, an address, base64, without accents. */
function guises(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const percent = encodeURIComponent(secret.toWellFormed());
  const base64 = Buffer.from(secret).toString("base64");
  return [
    secret,
    json,
    inXml(secret),
    inXml(secret).replaceAll("&apos;", "&#39;"),
    percent,
    percent.replaceAll("%20", "+"),
    base64,
    base64.replace(/=+$/, ""),
    plain(secret),
  ];
}

function knownSecrets(secrets: readonly string[]): RegExp | null {
  const all = [
    ...new Set(
      secrets
        .map((secret) => secret.trim())
        .filter((secret) => secret.length >= SHORTEST_SECRET)
        .flatMap(guises),
    ),
  ];
  if (all.length === 0) return null;
  // The longest first: a name that holds another is taken whole. Spaces may have become any blanks.
  const alternatives = all.sort((a, b) => b.length - a.length).map((one) => escaped(one).replace(/\s+/g, "\\s+"));
  return new RegExp(alternatives.join("|"), "giu");
}

/** Takes out the given secrets (names, addresses, settings) in every guise, and by pattern e-mails, tax ids, phones, tokens, logins and keys. */
export function redactor(secrets: readonly string[]): Redact {
  const known = knownSecrets(secrets);
  return (text) => {
    const kept: string[] = [];
    const keep = (match: string): string => `\uf8ff${String.fromCodePoint(0xe000 + kept.push(match) - 1)}\uf8ff`;
    // What is kept must not hold a secret either: then nothing is kept of it.
    const keepClean = (match: string): string => (known && match.search(known) >= 0 ? HIDDEN : keep(match));
    let clean = text.replace(/[\ue000-\uf8ff]/g, " ").normalize("NFC");
    clean = clean.replace(ACCESS_KEY, (_all, date: string, type: string, environment: string, series: string, number: string) =>
      keepClean(`${date}${type}[RUC]${environment}${series}${number}[…]`),
    );
    if (known) clean = clean.replace(known, HIDDEN);
    clean = clean.replace(OURS, keepClean);
    for (const [pattern, word] of PATTERNS) clean = clean.replace(pattern, word);
    if (known) clean = clean.replace(known, HIDDEN);
    return clean.replace(/\uf8ff([\ue000-\uf8fe])\uf8ff/g, (_all, mark: string) => kept[mark.codePointAt(0)! - 0xe000] ?? "");
  };
}

/** Every text inside a value, keys included. */
export function redactAll<T>(redact: Redact, value: T): T {
  if (typeof value === "string") return redact(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => redactAll(redact, item)) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [redact(key), redactAll(redact, inner)])) as T;
  return value;
}
