import sharp from "sharp";

/** A photo such as a phone would send, different for each delivery. */
export const doorPhoto = async (n: number): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: { r: (n * 53) % 256, g: (n * 97) % 256, b: 120 } } })
    .composite([
      {
        input: Buffer.from(
          `<svg width="1600" height="1200"><rect x="${500 + (n % 40) * 5}" y="300" width="500" height="800" fill="#5b3a1e"/><circle cx="950" cy="720" r="22" fill="#e0b040"/></svg>`,
        ),
      },
    ])
    .jpeg({ quality: 82 })
    .toBuffer();
