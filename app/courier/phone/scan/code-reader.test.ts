import { afterEach, expect, test, vi } from "vitest";
import { parcelCode } from "~/domain/delivery/parcel-code";
import { CodeReader } from "./code-reader";

const LABEL = parcelCode({ deliveryId: "0192f1aa-0000-7000-8000-0000000000d1", number: 2 });
const video = { videoWidth: 0, videoHeight: 0 } as HTMLVideoElement;
afterEach(() => vi.unstubAllGlobals());

/** A browser that reads these kinds of codes, and sees these. */
function browserThatReads(kinds: string[], seen: string[]) {
  const asked: string[][] = [];
  class BarcodeDetector {
    static getSupportedFormats = () => Promise.resolve(kinds);
    detect = () => Promise.resolve(seen.map((rawValue) => ({ rawValue })));
    constructor({ formats }: { formats: string[] }) {
      asked.push(formats);
    }
  }
  vi.stubGlobal("BarcodeDetector", BarcodeDetector);
  return asked;
}

test.each([
  [["7501031311309", LABEL], LABEL],
  [["", "#1001", "7501031311309"], "#1001"],
  [[""], null],
  [[], null],
])("of the codes %j in one picture %j counts", async (seen, read) => {
  browserThatReads(["qr_code"], seen);
  expect(await new CodeReader("/none").read(video)).toBe(read);
});

test("a browser is asked once, and only for kinds that it knows", async () => {
  const asked = browserThatReads(["aztec", "code_128", "qr_code"], [LABEL]);
  const reader = new CodeReader("/none");
  await reader.read(video);
  await reader.read(video);
  expect(asked).toEqual([["qr_code", "code_128"]]);
});

test.each([[[]], [["ean_13"]]])("one that knows %j reads no labels: the program's own reader does", async (kinds) => {
  const asked = browserThatReads(kinds, [LABEL]);
  // There is no picture yet: nothing is asked of the worker, and nothing is read.
  expect(await new CodeReader("/none").read(video)).toBeNull();
  expect(asked).toEqual([]);
});
