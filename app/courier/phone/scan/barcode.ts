import { code128In } from "./code-128";

/** Of RGBA pixels, row by row. */
export type Picture = { pixels: Uint8ClampedArray; width: number; height: number };

/** A barcode is seldom lower than that. */
const EVERY_ROW = 4;
/** Bars are darker than what is beside them, whatever light falls on them: each pixel is held against the mean of so many to either side. */
const BESIDE = 24;
/** Noise of the camera on an even surface is no bar. */
const DARKER_BY = 12;

/** What a barcode (Code 128) in a picture says, also upside down; null: none is to be read in it. */
export function barcodeIn({ pixels, width, height }: Picture): string | null {
  for (let row = 0; row < height; row += EVERY_ROW) {
    const runs = runsOf(greyOf(pixels, row * width, width));
    const text = code128In(runs) ?? code128In(runs.reverse());
    if (text !== null) return text;
  }
  return null;
}

/** One row, as bright as an eye sees it, in integers. */
function greyOf(pixels: Uint8ClampedArray, start: number, width: number): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(width);
  for (let x = 0; x < width; x++) {
    const at = 4 * (start + x);
    grey[x] = (pixels[at]! * 77 + pixels[at + 1]! * 151 + pixels[at + 2]! * 28) >> 8;
  }
  return grey;
}

/** Widths of what is bright and what is dark in turn: beginning and ending with what is bright, be it nothing. */
function runsOf(grey: Uint8ClampedArray): number[] {
  const runs = [0];
  let isDark = false;
  let sum = 0;
  for (let x = 0; x < BESIDE; x++) sum += grey[x] ?? 0;
  for (let x = 0; x < grey.length; x++) {
    sum += (grey[x + BESIDE] ?? 0) - (grey[x - BESIDE - 1] ?? 0);
    const seen = Math.min(x + BESIDE, grey.length - 1) - Math.max(x - BESIDE, 0) + 1;
    const isBar = grey[x]! * seen < sum - DARKER_BY * seen;
    if (isBar !== isDark) runs.push(0);
    isDark = isBar;
    runs[runs.length - 1]!++;
  }
  return isDark ? [...runs, 0] : runs;
}
