/** Something to draw on, in a worker or in a page. */
export type Surface = {
  width: number;
  height: number;
  canvas: HTMLCanvasElement | OffscreenCanvas;
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  toJpeg: (quality: number) => Promise<Blob>;
};

/** `isRead`: its pixels are asked for. Throws where the browser can't draw. */
export function surfaceOf(width: number, height: number, isRead = false): Surface {
  const options = { willReadFrequently: isRead, alpha: false };
  if (typeof OffscreenCanvas === "function") {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", options) as OffscreenCanvasRenderingContext2D | null;
    return { width, height, canvas, context: drawn(context), toJpeg: (quality) => canvas.convertToBlob({ type: "image/jpeg", quality }) };
  }
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const toJpeg = (quality: number) =>
    new Promise<Blob>((done, reject) =>
      canvas.toBlob(
        (blob) => (blob ? done(blob) : reject(new DOMException("This picture can't be written", "EncodingError"))),
        "image/jpeg",
        quality,
      ),
    );
  return { width, height, canvas, context: drawn(canvas.getContext("2d", options) as CanvasRenderingContext2D | null), toJpeg };
}

function drawn<T>(context: T | null): T {
  if (context === null) throw new DOMException("This browser can't draw", "NotSupportedError");
  return context;
}
