import { drawFill, drawFrame, drawRule, drawText, heightOf, INK, PAGE, type Pdf } from "../shared/pdf";
import type { Ride, RideRow } from "./ride-model";

const GAP = 14;
const TOTALS_WIDTH = 212;
const NOTES_WIDTH = PAGE.width - 2 * PAGE.margin - GAP - TOTALS_WIDTH;
const TOTALS_X = PAGE.margin + NOTES_WIDTH + GAP;
const ROW = 13.5;
const LABEL = 84;
const PADDING = 8;
const BETWEEN = 10;
const WIDTH = PAGE.width - 2 * PAGE.margin;
/** What stands beside the totals may be somewhat longer than they are. */
const LONGEST_BESIDE = 320;

/**
 * Additional information and payment to the left, the totals to the right; the block is never cut by a page. Information too long to stand
 * beside the totals follows them over the whole width, over as many pages as it takes.
 */
export function drawSummary(pdf: Pdf, ride: Ride, top: number, newPage: () => number): void {
  const notes = ride.additional.length > 0 ? noteHeights(pdf, ride.additional, NOTES_WIDTH) : [];
  const beside = notes.length > 0 ? frameHeight(notes) + BETWEEN : 0;
  const [payments, totals] = [paymentsHeight(ride), totalsHeight(ride)];
  const isBeside = beside + payments <= Math.max(totals, LONGEST_BESIDE) && totals > 0;
  const height = Math.max(totals, payments + (isBeside ? beside : 0));
  const start = top + height > PAGE.bottom ? newPage() : top;
  if (isBeside && notes.length > 0) drawNotes(pdf, ride.additional, start, NOTES_WIDTH);
  if (ride.payments.length > 0) drawPayments(pdf, ride, start + (isBeside ? beside : 0));
  if (totals > 0) drawTotals(pdf, ride.totals, start);
  if (!isBeside) drawLongNotes(pdf, ride.additional, start + (height > 0 ? height + BETWEEN : 0), newPage);
}

const totalsHeight = ({ totals }: Ride): number => (totals.length > 0 ? totals.length * ROW + 4 : 0);

const noteHeights = (pdf: Pdf, rows: readonly RideRow[], width: number): number[] =>
  rows.map(
    ({ label, value }) =>
      Math.max(heightOf(pdf, label, LABEL, { size: 7.5 }), heightOf(pdf, value, width - LABEL - 2 * PADDING - 4, { size: 7.5 })) + 3,
  );

const frameHeight = (heights: readonly number[]): number => 2 * PADDING + 12 + heights.reduce((sum, height) => sum + height, 0);

/** Over the whole width, in as many frames as pages. */
function drawLongNotes(pdf: Pdf, rows: readonly RideRow[], top: number, newPage: () => number): void {
  let left = [...rows];
  let y = top;
  while (left.length > 0) {
    const heights = noteHeights(pdf, left, WIDTH);
    const fitting = heights.findIndex((_, index) => y + frameHeight(heights.slice(0, index + 1)) > PAGE.bottom);
    const count = fitting === -1 ? left.length : fitting;
    if (count > 0) drawNotes(pdf, left.slice(0, count), y, WIDTH);
    left = left.slice(count);
    if (left.length > 0) y = newPage();
  }
}

function drawNotes(pdf: Pdf, rows: readonly RideRow[], top: number, width: number): void {
  const x = PAGE.margin + PADDING;
  const heights = noteHeights(pdf, rows, width);
  drawFrame(pdf, { x: PAGE.margin, y: top, width, height: frameHeight(heights) });
  drawText(pdf, "Información Adicional", { x, y: top + PADDING, width: width - 2 * PADDING }, { bold: true, color: INK.soft });
  let y = top + PADDING + 14;
  rows.forEach((row, index) => {
    drawText(pdf, row.label, { x, y, width: LABEL }, { size: 7.5, color: INK.soft });
    drawText(pdf, row.value, { x: x + LABEL + 4, y, width: width - LABEL - 2 * PADDING - 4 }, { size: 7.5 });
    y += heights[index] ?? 0;
  });
}

const paymentsHeight = ({ payments }: Ride): number => (payments.length > 0 ? 18 + payments.length * 22 : 0);

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
