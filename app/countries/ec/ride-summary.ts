import { drawFill, drawFrame, drawRule, drawText, heightOf, INK, PAGE, type Pdf } from "../shared/pdf";
import type { Ride, RideRow } from "./ride-model";

const GAP = 14;
const TOTALS_WIDTH = 212;
const NOTES_WIDTH = PAGE.width - 2 * PAGE.margin - GAP - TOTALS_WIDTH;
const TOTALS_X = PAGE.margin + NOTES_WIDTH + GAP;
const ROW = 13.5;
const LABEL = 84;
const PADDING = 8;

/** How much room the last block takes; it is never cut by a page. */
export const summaryHeight = (pdf: Pdf, ride: Ride): number =>
  Math.max(notesHeight(pdf, ride) + 10 + paymentsHeight(ride), ride.totals.length * ROW + 4);

/** Additional information and payment to the left, the totals to the right. */
export function drawSummary(pdf: Pdf, ride: Ride, top: number): void {
  const below = ride.additional.length > 0 ? drawNotes(pdf, ride, top) + 10 : top;
  drawPayments(pdf, ride, below);
  drawTotals(pdf, ride.totals, top);
}

const noteHeight = (pdf: Pdf, { label, value }: RideRow): number =>
  Math.max(heightOf(pdf, label, LABEL, { size: 7.5 }), heightOf(pdf, value, NOTES_WIDTH - LABEL - 2 * PADDING - 4, { size: 7.5 })) + 3;

const notesHeight = (pdf: Pdf, ride: Ride): number =>
  ride.additional.length === 0 ? 0 : 2 * PADDING + 12 + ride.additional.reduce((sum, row) => sum + noteHeight(pdf, row), 0);

const paymentsHeight = (ride: Ride): number => 18 + ride.payments.length * 22;

function drawNotes(pdf: Pdf, ride: Ride, top: number): number {
  const x = PAGE.margin + PADDING;
  drawFrame(pdf, { x: PAGE.margin, y: top, width: NOTES_WIDTH, height: notesHeight(pdf, ride) });
  drawText(pdf, "Información Adicional", { x, y: top + PADDING, width: NOTES_WIDTH }, { bold: true, color: INK.soft });
  let y = top + PADDING + 14;
  for (const row of ride.additional) {
    drawText(pdf, row.label, { x, y, width: LABEL }, { size: 7.5, color: INK.soft });
    drawText(pdf, row.value, { x: x + LABEL + 4, y, width: NOTES_WIDTH - LABEL - 2 * PADDING - 4 }, { size: 7.5 });
    y += noteHeight(pdf, row);
  }
  return top + notesHeight(pdf, ride);
}

function drawPayments(pdf: Pdf, ride: Ride, top: number): void {
  const widths = [NOTES_WIDTH - 150, 60, 40, 50];
  const titles = ["Forma de pago", "Valor", "Plazo", "Tiempo"];
  const cells = (values: readonly string[], y: number, title: boolean) =>
    values.forEach((value, index) => {
      const x = PAGE.margin + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
      const style = title ? { size: 7, bold: true, color: INK.soft } : { size: 7.5 };
      drawText(pdf, value, { x: x + 4, y, width: (widths[index] ?? 0) - 8 }, { ...style, align: index === 1 ? "right" : "left" });
    });
  drawFill(pdf, { x: PAGE.margin, y: top, width: NOTES_WIDTH, height: 16 });
  cells(titles, top + 5, true);
  ride.payments.forEach((payment, index) => cells([payment.name, payment.total, payment.term, payment.unit], top + 20 + index * 22, false));
  drawFrame(pdf, { x: PAGE.margin, y: top, width: NOTES_WIDTH, height: paymentsHeight(ride) });
}

function drawTotals(pdf: Pdf, totals: readonly RideRow[], top: number): void {
  totals.forEach(({ label, value }, index) => {
    const y = top + index * ROW;
    const last = index === totals.length - 1;
    if (last) drawFill(pdf, { x: TOTALS_X, y, width: TOTALS_WIDTH, height: ROW + 4 });
    const style = last ? { size: 9.5, bold: true } : { size: 7.5 };
    drawText(pdf, label, { x: TOTALS_X + 6, y: y + 3.5, width: 130 }, style);
    drawText(pdf, value, { x: TOTALS_X + 126, y: y + 3.5, width: TOTALS_WIDTH - 132 }, { ...style, align: "right" });
    if (!last) drawRule(pdf, TOTALS_X, y + ROW, TOTALS_WIDTH);
  });
  drawFrame(pdf, { x: TOTALS_X, y: top, width: TOTALS_WIDTH, height: totals.length * ROW + 4 });
}
