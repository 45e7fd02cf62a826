// Names as the server folds them (app/domain/gazetteer/fold-name.ts); a test holds the two together.

/** What U+00C0 to U+017F are without their accents, in lower case. */
const LATIN: string =
  "aaaaaaæceeeeiiiiðnooooo øuuuuyþßaaaaaaæceeeeiiiiðnooooo øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

const LONG = new Map<string, string>();
function set(short: string, long: string): void {
  LONG.set(short, long);
}
function fillLong(): void {
  set("sta", "santa");
  set("sto", "santo");
  set("sn", "san");
  set("s", "san");
  set("cdla", "ciudadela");
  set("ciudela", "ciudadela");
  set("urb", "urbanizacion");
  set("pto", "puerto");
  set("gral", "general");
  set("cnel", "coronel");
  set("crnel", "coronel");
  set("dgo", "domingo");
  set("stgo", "santiago");
  set("fco", "francisco");
  set("gye", "guayaquil");
  set("uio", "quito");
  set("dm", "distrito metropolitano");
  set("dmq", "quito");
  set("pq", "parroquia");
  set("parr", "parroquia");
  set("prov", "provincia");
  set("cton", "canton");
  set("edo", "estado");
  set("mnz", "manzana");
  set("mz", "manzana");
}

const KINDS: string[] = [
  "provincia",
  "prov",
  "canton",
  "cton",
  "parroquia",
  "parr",
  "pq",
  "ciudad",
  "distrito metropolitano",
  "distrito",
  "departamento",
  "region",
  "municipio",
  "comuna",
  "barrio",
  "sector",
  "ciudadela",
  "urbanizacion",
];
const KINDS_AFTER: string[] = ["province", "canton", "department", "region", "distrito metropolitano", "d m"];

/** What begins so is a way to the door: streets bear the names of cities. */
const WAYS: string[] = [
  "calle",
  "call",
  "av",
  "avda",
  "ave",
  "avenida",
  "via",
  "carretera",
  "autopista",
  "panamericana",
  "km",
  "kilometro",
  "transversal",
  "frente",
  "junto",
  "cerca",
  "diagonal",
  "esquina",
  "esq",
  "detras",
  "atras",
  "al lado",
  "a lado",
  "a una",
  "casa",
  "edif",
  "edificio",
  "mz",
  "manzana",
  "lote",
  "solar",
  "bloque",
  "dpto",
  "depto",
  "dep",
  "oficina",
  "local",
  "piso",
  "coop",
  "cooperativa",
  "conj",
  "conjunto",
  "redondel",
  "parada",
  "entrada",
  "entrando",
  "referencia",
  "ref",
  "centro comercial",
  "cc",
  "mall",
];
/** The same, before a digit. */
const NUMBERED_WAYS: string[] = ["pasaje", "a", "villa", "departamento"];

/** 0: the character is left out; 32: it parts words. */
function foldCode(code: i32): i32 {
  if (code >= 97 && code <= 122) return code;
  if (code >= 48 && code <= 57) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0xaa) return 32;
  if (code == 0xaa || code == 0xb5 || code == 0xba) return code;
  if (code < 0xc0) return 32;
  if (code <= 0x17f) return LATIN.charCodeAt(code - 0xc0);
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0x2000 && code <= 0x206f) return 32;
  return code == 0x3000 || code == 0xfeff ? 32 : code;
}

export function foldText(text: string): string {
  // Each character becomes one at most, and a space before it.
  const folded = new Array<u16>(0);
  let isParted = false;
  for (let i = 0; i < text.length; i++) {
    const code = foldCode(text.charCodeAt(i));
    if (code == 0) continue;
    if (code == 32) {
      isParted = folded.length > 0;
      continue;
    }
    if (isParted) folded.push(32);
    isParted = false;
    folded.push(code as u16);
  }
  return String.UTF16.decodeUnsafe(folded.dataStart, folded.length * 2);
}

function writeOut(folded: string): string {
  if (LONG.size == 0) fillLong();
  const words = folded.split(" ");
  for (let i = 0; i < words.length; i++) if (LONG.has(words[i])) words[i] = LONG.get(words[i]);
  return words.join(" ");
}

/** Whether a text is a word, or begins with it and a space. */
function beginsWith(text: string, word: string): bool {
  return text.startsWith(word) && (text.length == word.length || text.charCodeAt(word.length) == 32);
}

/** Without the words before a name that say of which kind it is: "provincia de", "canton". At least one word stays. */
function withoutKind(name: string): string {
  let rest = name;
  for (let isFound = true; isFound;) {
    isFound = false;
    for (let i = 0; i < KINDS.length && !isFound; i++) {
      if (rest.length == KINDS[i].length || !beginsWith(rest, KINDS[i])) continue;
      rest = rest.substring(KINDS[i].length + 1);
      if (rest.startsWith("de ")) rest = rest.substring(3);
      else if (rest.startsWith("del ")) rest = rest.substring(4);
      isFound = true;
    }
  }
  return rest;
}

function withoutKindAfter(name: string): string {
  let rest = name;
  for (let isFound = true; isFound;) {
    isFound = false;
    for (let i = 0; i < KINDS_AFTER.length && !isFound; i++) {
      const end = KINDS_AFTER[i];
      const gap = rest.length - end.length - 1;
      if (gap < 0 || rest.charCodeAt(gap) != 32 || !rest.endsWith(end)) continue;
      rest = rest.substring(0, gap);
      isFound = true;
    }
  }
  return rest;
}

export function foldName(folded: string): string {
  const long = writeOut(folded);
  const bare = withoutKindAfter(withoutKind(long)).trim();
  return bare.length > 0 ? bare : long;
}

function isCapital(code: i32): bool {
  if (code >= 65 && code <= 90) return true;
  return (code >= 0xc0 && code <= 0xde && code != 0xd7) || (code >= 0x100 && code <= 0x17f && (code & 1) == 0);
}

function isSpace(code: i32): bool {
  return code == 32 || (code >= 9 && code <= 13) || code == 0xa0;
}

/** Where a name ends and another begins: ",;/|()", a dash between spaces, "y" before a capital. Answers how many characters part them; 0: none. */
function partedAt(text: string, i: i32): i32 {
  const code = text.charCodeAt(i);
  if (code == 44 || code == 59 || code == 47 || code == 124 || code == 40 || code == 41) return 1;
  if (!isSpace(code)) return 0;
  const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
  const isDash = next == 45 || next == 0x2013 || next == 0x2014;
  if (isDash && i + 2 < text.length && isSpace(text.charCodeAt(i + 2))) return 3;
  let j = i;
  while (j < text.length && isSpace(text.charCodeAt(j))) j++;
  if (j >= text.length || text.charCodeAt(j) != 121) return 0;
  let k = j + 1;
  while (k < text.length && isSpace(text.charCodeAt(k))) k++;
  return k > j + 1 && k < text.length && isCapital(text.charCodeAt(k)) ? k - i : 0;
}

function isWay(folded: string): bool {
  for (let i = 0; i < WAYS.length; i++) if (beginsWith(folded, WAYS[i])) return true;
  for (let i = 0; i < NUMBERED_WAYS.length; i++) {
    const word = NUMBERED_WAYS[i];
    if (folded.length < word.length + 2 || !beginsWith(folded, word)) continue;
    const digit = folded.charCodeAt(word.length + 1);
    const isAlone = folded.length == word.length + 2 || folded.charCodeAt(word.length + 2) == 32;
    if (digit >= 48 && digit <= 57 && isAlone) return true;
  }
  return false;
}

/** The name in a piece of a field; none in a way to the door. */
function nameIn(piece: string): string {
  const folded = foldText(piece);
  return isWay(folded) ? "" : foldName(folded);
}

/** The whole field first, empty where it is a way to the door; then its parts; each folded, none twice. */
export function namesIn(field: string): string[] {
  const names: string[] = [];
  if (field.length == 0) return names;
  names.push(nameIn(field));
  let start = 0;
  for (let i = 0; i < field.length; i++) {
    const gap = partedAt(field, i);
    if (gap == 0) continue;
    push(names, nameIn(field.substring(start, i)));
    start = i + gap;
    i = start - 1;
  }
  push(names, nameIn(field.substring(start)));
  return names;
}

function push(names: string[], name: string): void {
  if (name.length > 0 && !names.includes(name)) names.push(name);
}
