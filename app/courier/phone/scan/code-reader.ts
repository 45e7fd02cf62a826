import { parcelIn } from "~/domain/delivery/parcel-code";
import type { Question, Reply } from "./scan-worker";

type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
type WithDetector = { BarcodeDetector?: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } };

/** Our labels, and barcodes that a shop or a carrier prints an order's name in. */
const FORMATS = ["qr_code", "code_128", "code_39", "ean_13", "itf", "data_matrix"];
/** Larger pictures take longer and are read no better at arm's length. */
const LONGEST_SIDE = 800;

/** Reads a parcel's code from what the camera sees: by the browser where it can, else by a library of ours beside the page, loaded with the first picture. */
export class CodeReader {
  #detector: Promise<Detector | null> | null = null;
  #worker: Worker | null = null;
  constructor(readonly workerUrl: string) {}

  /** One picture at a time. null: there is no code in it. */
  async read(video: HTMLVideoElement): Promise<string | null> {
    this.#detector ??= detectorHere();
    const detector = await this.#detector;
    if (detector) return bestOf(await detector.detect(video));
    const picture = pictureOf(video);
    return picture && this.#ask(picture);
  }

  #ask({ data: pixels, width, height }: ImageData): Promise<string | null> {
    const worker = (this.#worker ??= new Worker(this.workerUrl));
    return new Promise((done, failed) => {
      worker.onmessage = ({ data }: MessageEvent<Reply>) => done(data.text);
      worker.onerror = ({ message }) => failed(new Error(`The code reader can't be loaded: ${message}`));
      worker.postMessage({ pixels: pixels as Uint8ClampedArray<ArrayBuffer>, width, height } satisfies Question, [pixels.buffer]);
    });
  }
}

async function detectorHere(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as WithDetector;
  const supported = (await BarcodeDetector?.getSupportedFormats()) ?? [];
  if (!BarcodeDetector || !supported.includes("qr_code")) return null;
  return new BarcodeDetector({ formats: FORMATS.filter((format) => supported.includes(format)) });
}

/** Beside our label there may be the barcode of what is in the parcel. */
function bestOf(codes: { rawValue: string }[]): string | null {
  const texts = codes.map(({ rawValue }) => rawValue).filter((text) => text !== "");
  return texts.find((text) => parcelIn(text) !== null) ?? texts[0] ?? null;
}

function pictureOf(video: HTMLVideoElement): ImageData | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (width === 0 || height === 0) return null;
  const surface = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
  surface?.drawImage(video, 0, 0, width, height);
  return surface?.getImageData(0, 0, width, height) ?? null;
}
