import bwipjs from "bwip-js/node";
import sharp from "sharp";
import { expect, test } from "vitest";
import { barcodeIn, type Picture } from "./barcode";

type Held = { turned?: number; blurred?: number };

/** A barcode on a grey table, as a camera sees it. */
async function pictureOf(bcid: string, text: string, { turned = 0, blurred = 0 }: Held = {}): Promise<Picture> {
  const drawn = await bwipjs.toBuffer({ bcid, text, scale: 3, height: 18, paddingwidth: 12, paddingheight: 6, backgroundcolor: "FFFFFF" });
  const held = await sharp(drawn).resize({ width: 460 }).rotate(turned, { background: "#999" }).png().toBuffer();
  const table = sharp({ create: { width: 640, height: 480, channels: 4, background: "#999" } }).composite([{ input: held }]);
  const seen = sharp(await table.png().toBuffer());
  const { data, info } = await (blurred > 0 ? seen.blur(blurred) : seen).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

test.each<[string, string, Held]>([
  ["code128", "#1001", {}],
  ["code128", "1001/2", { turned: 5 }],
  ["code128", "EC-20417", { turned: 180, blurred: 0.8 }],
  ["code128", "1001 2", { turned: -4 }],
  ["code128", "PEDIDO\u0001x", {}],
])("%s %j is read when it is held %j", async (bcid, text, held) => {
  expect(barcodeIn(await pictureOf(bcid, text, held))).toBe(text);
});

test("where there is none, nothing is read", async () => {
  const { data, info } = await sharp({ create: { width: 64, height: 48, channels: 4, background: "#fff" } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(barcodeIn({ pixels: new Uint8ClampedArray(data), ...info })).toBeNull();
  expect(barcodeIn(await pictureOf("qrcode", "BIM1:1"))).toBeNull();
});
