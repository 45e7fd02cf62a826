import { drawFill, drawRule, drawText, heightOf, INK, PAGE, type Pdf, type TextStyle } from "../shared/pdf";
import type { Ride, RideDetail } from "./ride-model";

type Column = { title: string; of: (detail: RideDetail) => string; width: number; align?: TextStyle["align"] };

const CELL = 4;
const WIDTH = PAGE.width - 2 * PAGE.margin;

/**
 * Draws what was sold, over as many pages as it takes, the header on each; `newPage` gives the y where a fresh page's content begins.
 * Gives the y below.
 */
export function drawDetails(pdf: Pdf, ride: Ride, top: number, newPage: () => number): number {
  const columns = columnsFor(ride.details);
  let y = drawTitles(pdf, columns, top);
  for (const detail of ride.details) {
    const height = rowHeight(pdf, columns, detail);
    if (y + height > PAGE.bottom) y = drawTitles(pdf, columns, newPage());
    drawCells(pdf, columns, y, (column) => column.of(detail), {});
    y += height;
    drawRule(pdf, PAGE.margin, y, WIDTH);
  }
  return y;
}

/** Columns that no line fills are left out; the description takes what remains. */
function columnsFor(details: readonly RideDetail[]): Column[] {
  const fixed: Column[] = [
    { title: "Cod. Principal", of: (detail) => detail.code, width: 74 },
    { title: "Cod. Auxiliar", of: (detail) => detail.auxiliaryCode, width: 60 },
    { title: "Cantidad", of: (detail) => detail.quantity, width: 46, align: "right" },
    { title: "Descripción", of: (detail) => detail.description, width: 0 },
    { title: "Detalle Adicional", of: (detail) => detail.extra, width: 90 },
    { title: "Precio Unitario", of: (detail) => detail.unitPrice, width: 66, align: "right" },
    { title: "Descuento", of: (detail) => detail.discount, width: 54, align: "right" },
    { title: "Precio Total", of: (detail) => detail.total, width: 64, align: "right" },
  ];
  const used = fixed.filter(
    (column) => !["Cod. Auxiliar", "Detalle Adicional"].includes(column.title) || details.some((detail) => column.of(detail) !== ""),
  );
  const rest = WIDTH - used.reduce((sum, column) => sum + column.width, 0);
  return used.map((column) => (column.width === 0 ? { ...column, width: rest } : column));
}

function drawTitles(pdf: Pdf, columns: readonly Column[], top: number): number {
  drawFill(pdf, { x: PAGE.margin, y: top, width: WIDTH, height: 18 });
  drawCells(pdf, columns, top + 1.5, (column) => column.title, { size: 7, bold: true, color: INK.soft });
  return top + 18;
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
