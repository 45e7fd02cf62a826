import type { Grey } from "./grey";

const COLUMNS = 9;
const ROWS = 8;

/** 64 bits in hex that say in which of 8 × 8 places it gets brighter to the right: alike for pictures that look alike, whatever their size and quality. */
export function dHashOf(grey: Grey): string {
  const cells = Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_, column) => meanOf(grey, column, row)));
  const bits = cells.flatMap((row) => row.slice(1).map((cell, at) => (cell > row[at]! ? "1" : "0"))).join("");
  return bits.replace(/.{4}/g, (four) => parseInt(four, 2).toString(16));
}

function meanOf({ width, height, luma }: Grey, column: number, row: number): number {
  const [left, right] = [Math.floor((column * width) / COLUMNS), Math.ceil(((column + 1) * width) / COLUMNS)];
  const [top, bottom] = [Math.floor((row * height) / ROWS), Math.ceil(((row + 1) * height) / ROWS)];
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += luma[y * width + x]!;
  return sum / ((right - left) * (bottom - top));
}

/** In how many of the 64 places two differ. */
export function hammingOf(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) for (let bits = parseInt(a[at]!, 16) ^ parseInt(b[at]!, 16); bits; bits &= bits - 1) count++;
  return count;
}
