import jsQR from "jsqr";
import { barcodeIn } from "./barcode";

/** A picture of the camera, and what its code says; null: none is to be read in it. */
export type Question = { pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };
export type Reply = { text: string | null };

addEventListener("message", ({ data: { pixels, width, height } }: MessageEvent<Question>) => {
  const found = jsQR(pixels, width, height, { inversionAttempts: "dontInvert" });
  postMessage({ text: found?.data || barcodeIn({ pixels, width, height }) } satisfies Reply);
});
