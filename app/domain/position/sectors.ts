import { foldText } from "~/domain/gazetteer/fold-name";

const MOST = 2;
const MOST_WORDS = 5;
const BREAKS = /[,;/|()\n]|\s[-–]\s/;
/** Numbers are those of flats and telephones; signs are those of mail addresses. */
const PLAIN = /^[\p{L}\p{M}.' -]{3,}$/u;

/** A flat, a building, the way to the door, a person: what says nothing to a map, or should not be said to one. */
const NO_SECTOR = new Set(
  [
    "apartamento apto apt departamento dpto depto dep piso casa oficina of ofic suite torre bloque edificio edif ed local lote villa mz manzana",
    "interior int puerta penthouse porteria guardia garita porton color rejas",
    "frente junto diagonal atras tras detras esquina esq cerca referencia ref al a entre y e pasando subiendo bajando antes despues por",
    "sr sra srta dr dra ing atencion att atn para entregar dejar llamar tel telf telefono cel celular whatsapp recibe preguntar familia flia favor",
    "apartment floor building house office near next opposite behind call ask for mr mrs ms attention reception",
  ].flatMap((words) => words.split(" ")),
);

/** What of an address's second line names a part of the town: "Urb. La Luz" of "Dpto. 3B, Urb. La Luz, junto al parque". Two at most. */
export const sectorsIn = (line: string | null): string[] =>
  (line ?? "")
    .split(BREAKS)
    .map((piece) => piece.trim())
    .filter(isSector)
    .slice(0, MOST);

function isSector(piece: string): boolean {
  const words = foldText(piece).split(" ");
  return PLAIN.test(piece) && words.length <= MOST_WORDS && !words.some((word) => NO_SECTOR.has(word));
}
