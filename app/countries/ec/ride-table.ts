import { drawFill, drawRule, drawText, heightOf, INK, PAGE, type Pdf, type TextStyle } from "../shared/pdf";
import { bandHeight, drawBand } from "./ride-band";
import type { RideDetail, RideTable } from "./ride-model";

type Column = { title: string; of: (detail: RideDetail) => string; width: number; align?: TextStyle["align"]; isOptional?: boolean };

const CELL = 4;
const TITLES = 18;
const WIDTH = PAGE.width - 2 * PAGE.margin;

/**
 * Draws a table over as many pages as it takes, its header on each, behind the band it belongs to; `newPage` gives the y where a fresh
 * page's content begins. A band never stands alone at the foot of a page. Gives the y below.
 */
export function drawTable(pdf: Pdf, { band, priced, details }: RideTable, top: number, newPage: () => number): number {
  const columns = columnsFor(details, priced);
  const heads = (band ? bandHeight(pdf, band) : 0) + TITLES;
  const first = details[0] ? rowHeight(pdf, columns, details[0]) : 0;
  const start = top + heads + first > PAGE.bottom ? newPage() : top;
  let y = drawTitles(pdf, columns, band ? drawBand(pdf, band, start) : start);
  for (const detail of details) {
    const height = rowHeight(pdf, columns, detail);
    if (y + height > PAGE.bottom) y = drawTitles(pdf, columns, newPage());
    drawCells(pdf, columns, y, (column) => column.of(detail), {});
    y += height;
    drawRule(pdf, PAGE.margin, y, WIDTH);
  }
  return y;
}

const PRICED: readonly Column[] = [
  { title: "Cod. Principal", of: (detail) => detail.code, width: 74 },
  { title: "Cod. Auxiliar", of: (detail) => detail.auxiliaryCode, width: 60, isOptional: true },
  { title: "Cantidad", of: (detail) => detail.quantity, width: 46, align: "right" },
  { title: "Descripción", of: (detail) => detail.description, width: 0 },
  { title: "Detalle Adicional", of: (detail) => detail.extra, width: 90, isOptional: true },
  { title: "Precio Unitario", of: (detail) => detail.unitPrice, width: 66, align: "right" },
  { title: "Descuento", of: (detail) => detail.discount, width: 54, align: "right" },
  { title: "Precio Total", of: (detail) => detail.total, width: 64, align: "right" },
];

const CARRIED: readonly Column[] = [
  { title: "Cantidad", of: (detail) => detail.quantity, width: 60, align: "right" },
  { title: "Descripción", of: (detail) => detail.description, width: 0 },
  { title: "Código Principal", of: (detail) => detail.code, width: 110 },
  { title: "Código Auxiliar", of: (detail) => detail.auxiliaryCode, width: 110, isOptional: true },
];

/** Optional columns that no line fills are left out; the description takes what remains. */
function columnsFor(details: readonly RideDetail[], priced: boolean): Column[] {
  const used = (priced ? PRICED : CARRIED).filter((column) => !column.isOptional || details.some((detail) => column.of(detail) !== ""));
  const rest = WIDTH - used.reduce((sum, column) => sum + column.width, 0);
  return used.map((column) => (column.width === 0 ? { ...column, width: rest } : column));
}

function drawTitles(pdf: Pdf, columns: readonly Column[], top: number): number {
  drawFill(pdf, { x: PAGE.margin, y: top, width: WIDTH, height: TITLES });
  drawCells(pdf, columns, top + 1.5, (column) => column.title, { size: 7, bold: true, color: INK.soft });
  return top + TITLES;
}

const rowHeight = (pdf: Pdf, columns: readonly Column[], detail: RideDetail): number =>
  Math.max(...columns.map((column) => heightOf(pdf, column.of(detail), column.width - 2 * CELL))) + 2 * CELL;

function drawCells(pdf: Pdf, columns: readonly Column[], top: number, text: (column: Column) => string, style: TextStyle): void {
  let x = PAGE.margin;
  for (const column of columns) {
    drawText(
      pdf,
      text(column),
      { x: x + CELL, y: top + CELL, width: column.width - 2 * CELL },
      { ...style, align: column.align ?? "left" },
    );
    x += column.width;
  }
}
