import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { doorPhoto } from "../../../../scripts/story/photo";
import { dHashOf, hammingOf } from "./d-hash";
import { doubtsOf } from "./doubts";
import { greyOf, type Grey } from "./grey";

async function greyCopy(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.resize(400, 400, { fit: "inside" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return greyOf(data, info.width, info.height);
}

/** Patches of light and shade at several sizes, with a sensor's noise: as busy as a doorway. */
async function doorway(seed: number, side = 800): Promise<Sharp> {
  let state = seed * 2_654_435_761;
  const chance = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  const patches = async (across: number) =>
    sharp(Buffer.from(Array.from({ length: across * across }, () => chance() & 255)), {
      raw: { width: across, height: across, channels: 1 },
    })
      .resize(side, side, { kernel: "nearest" })
      .toColourspace("srgb")
      .ensureAlpha(0.5)
      .png({ compressionLevel: 1 })
      .toBuffer();
  const layers = await Promise.all([6, 23, 90].map(patches));
  const noise = { type: "gaussian", mean: 120, sigma: 10 } as const;
  const ground = sharp({ create: { width: side, height: side, channels: 3, background: "#777", noise } });
  return sharp(
    await ground
      .composite(layers.map((input) => ({ input })))
      .jpeg({ quality: 90 })
      .toBuffer(),
  );
}
const doubtsIn = async (picture: Sharp, looks: { dHash: string; deliveryId: string }[] = []) => {
  const grey = await greyCopy(picture);
  return doubtsOf(grey, dHashOf(grey), { deliveryId: "here", looks });
};

test("a busy doorway and a plain door of few edges are left in peace", async () => {
  expect(await doubtsIn(await doorway(1))).toEqual([]);
  for (const n of [1, 7, 20]) expect(await doubtsIn(sharp(await doorPhoto(n)))).toEqual([]);
});

test("at dusk it is still fine, in the dark it is not", async () => {
  expect(await doubtsIn((await doorway(2)).clone().linear(0.45, 0))).toEqual([]);
  expect(await doubtsIn((await doorway(2)).clone().linear(0.15, 0))).toEqual(["dark"]);
});

test("shaken or out of focus is seen, whether busy or plain; a little softness is not minded", async () => {
  // Written out between: in one go sharp would make it small once before it blurs it. A pixel here is two of a photo's.
  const blurred = async (picture: Sharp, sigma: number) => {
    const smaller = await picture.clone().resize(800).png({ compressionLevel: 1 }).toBuffer();
    return sharp(await sharp(smaller).blur(sigma).png({ compressionLevel: 1 }).toBuffer());
  };
  for (const picture of [await doorway(3), sharp(await doorPhoto(5))]) {
    expect(await doubtsIn(await blurred(picture, 1))).toEqual([]);
    expect(await doubtsIn(await blurred(picture, 7))).toEqual(["blurred"]);
  }
});

test("a finger on the lens: there is nothing to see", async () => {
  expect(await doubtsIn(sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#a05040" } }))).toEqual(["blurred"]);
});

test("the same picture for another delivery is known again after it was written smaller and worse; another one is not", async () => {
  const first = await doorway(4);
  const dHash = dHashOf(await greyCopy(first.clone()));
  const looks = [{ dHash, deliveryId: "there" }];
  const again = sharp(await first.clone().resize(500).jpeg({ quality: 40 }).toBuffer());
  expect(await doubtsIn(again, looks)).toEqual(["seen_before"]);
  expect(await doubtsIn(await doorway(5), looks)).toEqual([]);
  expect(await doubtsIn(again, [{ dHash, deliveryId: "here" }])).toEqual([]);
});

test("hashes differ in as many places as pictures do", () => {
  expect([hammingOf("00000000ffffffff", "00000000ffffffff"), hammingOf("0000000000000000", "800000000000000f")]).toEqual([0, 5]);
});
