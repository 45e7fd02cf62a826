// What a phone's camera sees, as Chromium takes it in place of one: a film of labels, shown over and over.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";

const [WIDTH, HEIGHT] = [640, 480];
const PICTURES_A_SECOND = 5;

/** Grey as a table, with the label a hand's breadth from the lens, a little turned. */
async function pictureOf(label: Buffer | null): Promise<Buffer> {
  const table = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#8a8a8a" } });
  if (!label) return table.grayscale().raw().toBuffer();
  const held = await sharp(label, { density: 200 })
    .resize({ width: 400, height: 400, fit: "inside" })
    .flatten({ background: "#fff" })
    .rotate(6, { background: "#8a8a8a" })
    .png()
    .toBuffer();
  return sharp(
    await table
      .composite([{ input: held }])
      .png()
      .toBuffer(),
  )
    .grayscale()
    .raw()
    .toBuffer();
}

/** The arguments for Chromium; `labels`: pictures, each a second long, null: nothing is held before the camera. */
export async function fakeCamera(labels: (Buffer | null)[]): Promise<{ args: string[]; throwAway: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), "camera-"));
  const film = path.join(folder, "film.y4m");
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`)];
  for (const label of labels) {
    const picture = await pictureOf(label);
    for (let n = 0; n < PICTURES_A_SECOND; n++) parts.push(Buffer.from("FRAME\n"), picture, noColour);
  }
  writeFileSync(film, new Uint8Array(Buffer.concat(parts)));
  return {
    args: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
    throwAway: () => rmSync(folder, { recursive: true, force: true }),
  };
}
