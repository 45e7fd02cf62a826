import { drawFrame, drawText, heightOf, INK, PAGE, type Pdf } from "../shared/pdf";
import type { Band, BandField } from "./ride-bands";

const PADDING = 10;
const GAP = 10;
const BETWEEN = 5;
const LABEL = { size: 6.5, color: INK.soft };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const INNER = WIDTH - 2 * PADDING;

const widthOf = ({ share }: BandField): number => share * INNER - (share === 1 ? 0 : GAP);

const fieldHeight = (pdf: Pdf, field: BandField): number =>
  heightOf(pdf, field.label, widthOf(field), LABEL) + heightOf(pdf, field.value || "–", widthOf(field));

const rowHeight = (pdf: Pdf, row: readonly BandField[]): number => Math.max(...row.map((field) => fieldHeight(pdf, field)));

export const bandHeight = (pdf: Pdf, band: Band): number =>
  2 * PADDING + (band.length - 1) * BETWEEN + band.reduce((sum, row) => sum + rowHeight(pdf, row), 0);

/** Draws a framed band of labelled texts over the page's width; gives the y below. */
export function drawBand(pdf: Pdf, band: Band, top: number): number {
  const box = { x: PAGE.margin, y: top, width: WIDTH, height: bandHeight(pdf, band) };
  drawFrame(pdf, box);
  let y = top + PADDING;
  for (const row of band) {
    let x = PAGE.margin + PADDING;
    for (const field of row) {
      const at = { x, y, width: widthOf(field) };
      drawText(pdf, field.value || "–", { ...at, y: drawText(pdf, field.label, at, LABEL) });
      x += field.share * INNER;
    }
    y += rowHeight(pdf, row) + BETWEEN;
  }
  return box.y + box.height;
}
