import PDFDocument from "pdfkit";

export type Pdf = PDFKit.PDFDocument;
export type Box = { x: number; y: number; width: number; height: number };

/** A4 in points. No automatic pages: whoever draws knows where a page ends. */
export const PAGE = { width: 595.28, height: 841.89, margin: 30, bottom: 802 };

export const INK = { text: "#1a1a1a", soft: "#5f6368", line: "#b9bec5", fill: "#eef0f3" };

/** Draws a document and gives its bytes; the same drawing and `createdAt` give the same bytes. */
export function pdfBytes(info: { title: string; author: string; createdAt: string }, draw: (pdf: Pdf) => void): Promise<Uint8Array> {
  const created = new Date(info.createdAt);
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: "es-EC",
    displayTitle: true,
    info: { Title: info.title, Author: info.author, CreationDate: created, ModDate: created },
  });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("error", reject);
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    draw(pdf);
    pdf.end();
  });
}

export type TextStyle = { size?: number; bold?: boolean; color?: string; align?: "left" | "right" | "center" };

const set = (pdf: Pdf, { size = 8, bold = false, color = INK.text }: TextStyle): Pdf =>
  pdf
    .font(bold ? "Helvetica-Bold" : "Helvetica")
    .fontSize(size)
    .fillColor(color);

/** How high a text gets when it is wrapped to a width. */
export const heightOf = (pdf: Pdf, text: string, width: number, style: TextStyle = {}): number =>
  text === "" ? 0 : set(pdf, style).heightOfString(printable(text), { width });

/** Draws a text wrapped to a width, and gives the y below it. */
export function drawText(pdf: Pdf, text: string, at: { x: number; y: number; width: number }, style: TextStyle = {}): number {
  if (text === "") return at.y;
  set(pdf, style).text(printable(text), at.x, at.y, { width: at.width, align: style.align ?? "left" });
  return pdf.y;
}

export const drawFrame = (pdf: Pdf, { x, y, width, height }: Box): void =>
  void pdf.roundedRect(x, y, width, height, 4).lineWidth(0.6).strokeColor(INK.line).stroke();

export const drawFill = (pdf: Pdf, { x, y, width, height }: Box): void => void pdf.rect(x, y, width, height).fill(INK.fill);

export const drawRule = (pdf: Pdf, x: number, y: number, width: number): void =>
  void pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.4)
    .strokeColor(INK.line)
    .stroke();

const WINDOWS_1252 = /[^\u0020-\u007E\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;

// Letters whose stroke is no combining mark.
const STROKED: Record<string, string> = { Ł: "L", ł: "l", Đ: "D", đ: "d", ı: "i" };

/** What PDF's own fonts can show: letters beyond Western Europe lose their marks, anything else becomes a question mark. */
export const printable = (text: string): string =>
  text.normalize("NFC").replace(WINDOWS_1252, (char) => {
    const plain = STROKED[char] ?? char.normalize("NFKD").replace(/\p{M}/gu, "");
    return plain !== "" && plain.search(WINDOWS_1252) === -1 ? plain : "?";
  });

/** PNG or JPEG by their first bytes, the two that PDF takes. */
export const isPdfImage = (image: Uint8Array): boolean =>
  (image[0] === 0x89 && image[1] === 0x50 && image[2] === 0x4e && image[3] === 0x47) || (image[0] === 0xff && image[1] === 0xd8);
