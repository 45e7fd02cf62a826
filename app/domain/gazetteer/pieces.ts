import { foldName, foldText, unitIn, type Unit } from "./fold-name";

/** A piece of a field that may name a place, folded. */
export type Piece = {
  text: string;
  /** "Cantón Bolívar" is no province. */
  unit: Unit | null;
  /** A sector or an estate: it lies in a city and is none. */
  isLocal: boolean;
  /** "Pich.": what stands there is only the beginning of the name. */
  isShortened: boolean;
};

/** What begins so is a way to the door: streets bear the names of cities. */
const WAY =
  /^(?:calle|call|av|avda|ave|avenida|via|carretera|autopista|panamericana|km|kilometro|transversal|pasaje \d|frente|junto|cerca|diagonal|esquina|esq|detras|atras|a \d|al lado|a lado|a una|casa|edif|edificio|mz|manzana|lote|solar|bloque|villa \d|dpto|depto|dep|departamento \d|oficina|local|piso|coop|cooperativa|conj|conjunto|redondel|parada|entrada|entrando|referencia|ref|centro comercial|cc|mall|local)(?= |$)/;
const LOCAL =
  /^(?:barrio|bo|sector|sect|ciudadela|cdla|urbanizacion|urb|comuna|recinto|rcto|rto|caserio|comunidad|lotizacion|parque|mercado|terminal|hostal|hotel|hacienda|finca)(?= )/;

/** A field as a whole, and its parts where people wrote "Quito, Pichincha", "Cumbayá - Quito", "Quito (Norte)" or "Ibarra y Otavalo". */
export function piecesOf(field: string | null | undefined): { whole: Piece | null; parts: Piece[] } {
  if (!field) return { whole: null, parts: [] };
  const whole = pieceOf(field);
  const parts = field.split(/[,;/|()]|\s[-–—]\s|\s+y\s+(?=\p{Lu})/u).map(pieceOf);
  return { whole: isName(whole) ? whole : null, parts: parts.filter(isName) };
}

/** "24 de Mayo" is a name, a number or a letter is none. */
const isName = ({ text }: Piece): boolean => /\p{L}{2}/u.test(text);

function pieceOf(raw: string): Piece {
  const folded = foldText(raw);
  return {
    text: WAY.test(folded) ? "" : foldName(raw),
    unit: unitIn(raw),
    isLocal: LOCAL.test(folded),
    isShortened: /^\s*\p{L}{3,}\.\s*$/u.test(raw),
  };
}
