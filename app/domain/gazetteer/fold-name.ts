/** What people shorten in addresses, in the words of the trade and of the map. */
const LONG: Readonly<Record<string, string>> = {
  sta: "santa",
  sto: "santo",
  sn: "san",
  s: "san",
  cdla: "ciudadela",
  ciudela: "ciudadela",
  urb: "urbanizacion",
  pto: "puerto",
  gral: "general",
  cnel: "coronel",
  crnel: "coronel",
  dgo: "domingo",
  stgo: "santiago",
  fco: "francisco",
  gye: "guayaquil",
  uio: "quito",
  dm: "distrito metropolitano",
  dmq: "quito",
  pq: "parroquia",
  parr: "parroquia",
  prov: "provincia",
  cton: "canton",
  edo: "estado",
  mnz: "manzana",
  mz: "manzana",
};

/** What says of which kind a place is, and names none. */
const KIND =
  /^(?:(?:provincia|prov|canton|cton|parroquia|parr|pq|ciudad|distrito metropolitano|distrito|departamento|region|municipio|comuna|barrio|sector|ciudadela|urbanizacion)(?: de| del)? )+/;
const KIND_AFTER = /(?: (?:province|canton|department|region|distrito metropolitano|d m))+$/;

/** Lower case, without accents and punctuation, single spaces: "Sto. Domingo" → "sto domingo". */
export const foldText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A place name as people mean it: folded, written out, without the word for its kind. "Cantón Sta. Rosa" → "santa rosa". */
export function foldName(name: string): string {
  const long = foldText(name)
    .split(" ")
    .map((word) => LONG[word] ?? word)
    .join(" ");
  const bare = long.replace(KIND, "").replace(KIND_AFTER, "").trim();
  return bare || long;
}

/** What the state calls what it is divided into: Peru has departments of provinces, Ecuador and Costa Rica provinces of cantons. */
export type Unit = "department" | "province" | "canton";

/** The unit of the state that a name says it is: "Cantón Quito" is all that lies in it, "Quito" what people call so. */
export function unitIn(name: string): Unit | null {
  const text = foldText(name);
  if (/^(departamento|region) | (department|region)$/.test(text)) return "department";
  if (/^(provincia|prov) | province$/.test(text)) return "province";
  return /^(canton|cton) | canton$/.test(text) ? "canton" : null;
}
