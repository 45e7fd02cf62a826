import bwip from "bwip-js/node";
import type { Box, Pdf } from "./pdf";

/** The widths of a Code 128's bars and gaps in modules, beginning with a bar. */
export function code128Widths(text: string): number[] {
  const [symbol] = bwip.raw({ bcid: "code128", text });
  if (!symbol || !("sbs" in symbol)) throw new Error("Code 128 is a linear symbol");
  return symbol.sbs;
}

/** Draws the bars as vectors over a box's whole width. Leave ten modules of white at both sides. */
export function drawCode128(pdf: Pdf, text: string, box: Box): void {
  const widths = code128Widths(text);
  const module = box.width / widths.reduce((sum, width) => sum + width, 0);
  let x = box.x;
  widths.forEach((width, index) => {
    if (index % 2 === 0) pdf.rect(x, box.y, width * module, box.height);
    x += width * module;
  });
  pdf.fill("#000000");
}
