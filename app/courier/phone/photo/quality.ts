/** How a photo is written: longest side in pixels, JPEG quality 0–1. */
export type Try = { side: number; quality: number };

const MOST_BYTES = 200 * 1024;
const LEAST_QUALITY = 0.4;
const LEAST_SIDE = 800;

/** After a try that came out at `bytes`: the next one; null: small enough, or as small as it is still of use. */
export function nextTry({ side, quality }: Try, bytes: number): Try | null {
  if (bytes <= MOST_BYTES) return null;
  // A tenth of quality takes a seventh of the bytes or so: a guess that saves tries, what comes out is measured again.
  const steps = Math.max(1, Math.ceil(Math.log(bytes / MOST_BYTES) / Math.log(7 / 6)));
  if (quality > LEAST_QUALITY) return { side, quality: Math.max(LEAST_QUALITY, Math.round((quality - steps * 0.1) * 100) / 100) };
  const smaller = Math.max(LEAST_SIDE, Math.floor(side * Math.sqrt(MOST_BYTES / bytes) * 0.95));
  return smaller < side ? { side: smaller, quality } : null;
}
