import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { photos } from "./photos";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#2a7" } });
const refusal = async (bytes: Uint8Array) =>
  photos.normalise(bytes).then(
    () => "accepted",
    (error: { code: string; params: { why: string } }) => `${error.code} ${error.params.why}`,
  );

test("a photo becomes an upright JPEG of at most 1600 px with its hash", async () => {
  const sideways = await picture(3000, 2000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const result = await photos.normalise(sideways);
  expect([result.width, result.height]).toEqual([1067, 1600]);
  expect([result.sha256, result.storedSha256]).toEqual([sha256(sideways), sha256(result.bytes)]);
  const { format, orientation } = await sharp(result.bytes).metadata();
  expect([format, orientation]).toEqual(["jpeg", undefined]);
});

test.each([
  ["as a phone's canvas makes it", () => picture(1600, 900).jpeg()],
  ["progressive", () => picture(800, 600).jpeg({ progressive: true })],
  ["with a colour profile", () => picture(800, 600).jpeg().withIccProfile("p3")],
])("a clean JPEG that is small enough is kept byte for byte: %s", async (_, made) => {
  const given = await made().toBuffer();
  const { bytes, sha256: hash, storedSha256, ...size } = await photos.normalise(given);
  expect(Buffer.from(bytes).equals(given)).toBe(true);
  expect([hash, storedSha256]).toEqual([sha256(given), sha256(given)]);
  expect(size.width).toBeGreaterThanOrEqual(800);
});

const exif = () =>
  picture(400, 300)
    .jpeg()
    .withExif({ IFD0: { Make: "PhoneMaker" } });
test.each<[string, () => Promise<Uint8Array>]>([
  ["something after its end", async () => Buffer.concat([await picture(400, 300).jpeg().toBuffer(), Buffer.from("PhoneMaker")])],
  ["a comment", async () => withSegment(await picture(400, 300).jpeg().toBuffer(), 0xfe, "PhoneMaker")],
  ["a segment that nobody knows", async () => withSegment(await picture(400, 300).jpeg().toBuffer(), 0xe9, "PhoneMaker")],
  ["where it was taken", async () => exif().toBuffer()],
  ["too many pixels", async () => picture(1601, 900).jpeg().toBuffer()],
])("a JPEG with %s is written anew", async (_, made) => {
  const given = await made();
  const result = await photos.normalise(given);
  expect([result.sha256, result.storedSha256]).toEqual([sha256(given), sha256(result.bytes)]);
  expect(result.storedSha256).not.toBe(result.sha256);
  expect(Buffer.from(result.bytes).toString("latin1")).not.toContain("PhoneMaker");
});

test("a clean JPEG whose picture breaks off is damaged, though it has an end", async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251));
  const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  const broken = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])]);
  expect(await refusal(broken)).toBe("photo_unreadable damaged");
});

test("a small photo is not blown up", async () => {
  const { width, height } = await photos.normalise(await picture(320, 240).jpeg().toBuffer());
  expect([width, height]).toEqual([320, 240]);
});

test("where and with what it was taken is gone", async () => {
  const exif = { IFD0: { Make: "PhoneMaker", Software: "secret-build" }, IFD3: { GPSLatitude: "0/1 10/1 5/1", GPSLatitudeRef: "S" } };
  const tagged = await picture(400, 300)
    .jpeg()
    .withExif(exif)
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><who>PhoneMaker</who></x:xmpmeta>")
    .toBuffer();
  expect((await sharp(tagged).metadata()).exif).toBeDefined();
  expect(tagged.toString("latin1")).toContain("PhoneMaker");
  const { bytes } = await photos.normalise(tagged);
  const { exif: left, xmp, iptc, icc } = await sharp(bytes).metadata();
  expect([left, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/PhoneMaker|Exif|xmpmeta/);
});

test.each(["png", "webp"] as const)("%s is accepted, transparency becomes white", async (format) => {
  const clear = await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .toFormat(format)
    .toBuffer();
  const { bytes } = await photos.normalise(clear);
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(250);
});

test("the same photo always gives the same bytes", async () => {
  const photo = await picture(900, 700).jpeg().toBuffer();
  expect((await photos.normalise(photo)).sha256).toBe((await photos.normalise(photo)).sha256);
});

test("16 MB is too large, whatever it is", async () => {
  expect(await refusal(new Uint8Array(16 * 1024 * 1024))).toBe("photo_too_large bytes");
});

test("a picture that unpacks to billions of pixels is refused before it is unpacked", async () => {
  const bomb = pngClaiming(60_000, 60_000);
  expect(bomb.length).toBeLessThan(100_000);
  const before = process.memoryUsage().rss;
  expect(await refusal(bomb)).toBe("photo_too_large pixels");
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test("a picture just above 50 megapixels is refused", async () => {
  expect(await refusal(pngClaiming(10_000, 5_001))).toBe("photo_too_large pixels");
});

test("half a photo is damaged, not a proof", async () => {
  const whole = await sharp(Buffer.from(Array.from({ length: 600 * 600 * 3 }, (_, i) => (i * 7919) % 251)), {
    raw: { width: 600, height: 600, channels: 3 },
  })
    .jpeg()
    .toBuffer();
  expect(await refusal(whole.subarray(0, whole.length / 2))).toBe("photo_unreadable damaged");
  expect(await refusal(whole.subarray(0, 20))).toMatch(/^photo_unreadable/);
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`;
test.each([
  ["svg", Buffer.from(svg)],
  ["html", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["pdf", Buffer.from("%PDF-1.7\n")],
  ["text", Buffer.from("hello")],
  ["zeros", Buffer.alloc(1000)],
])("%s is no photo", async (_, bytes) => {
  expect(await refusal(bytes)).toBe("photo_unreadable format");
});

test.each(["gif", "tiff", "avif"] as const)("%s is refused", async (format) => {
  expect(await refusal(await picture(40, 40)[format]().toBuffer())).toBe("photo_unreadable format");
});

test("an iPhone's HEIC is named, an empty file too", async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(100)]);
  expect(await refusal(heic)).toBe("photo_unreadable heic");
  expect(await refusal(new Uint8Array())).toBe("photo_unreadable empty");
});

/** A JPEG with one more segment behind its first marker. */
function withSegment(jpeg: Buffer, marker: number, text: string): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text)]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** A well-formed PNG header that promises a size, with little behind it. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    out.set(body, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
