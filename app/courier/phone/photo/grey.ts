/** A small grey picture: `luma` 0–255, row by row. */
export type Grey = { width: number; height: number; luma: Uint8ClampedArray };

/** Of RGBA bytes, with the weights of ITU-R BT.601. */
export function greyOf(rgba: ArrayLike<number>, width: number, height: number): Grey {
  const luma = new Uint8ClampedArray(width * height);
  for (let at = 0; at < luma.length; at++) luma[at] = 0.299 * rgba[at * 4]! + 0.587 * rgba[at * 4 + 1]! + 0.114 * rgba[at * 4 + 2]!;
  return { width, height, luma };
}

/** Mean and variance. */
export function spreadOf(values: ArrayLike<number>): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    sum += values[at]!;
    squares += values[at]! ** 2;
  }
  const mean = sum / values.length;
  return { mean, variance: squares / values.length - mean ** 2 };
}

/** The second derivative at each inner pixel: large where edges are sharp. */
export function laplacianOf({ width, height, luma }: Grey): Int16Array {
  const found = new Int16Array(Math.max(0, width - 2) * Math.max(0, height - 2));
  let next = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      found[next++] = luma[at - 1]! + luma[at + 1]! + luma[at - width]! + luma[at + width]! - 4 * luma[at]!;
    }
  return found;
}
