import { drawCode128 } from "../shared/code128";
import { drawFrame, drawText, INK, isPdfImage, PAGE, type Pdf } from "../shared/pdf";
import type { Ride } from "./ride-model";

const GAP = 14;
const PADDING = 10;
const LOGO_HEIGHT = 84;
const COLUMN = (PAGE.width - 2 * PAGE.margin - GAP) / 2;
const LEFT = PAGE.margin;
const RIGHT = LEFT + COLUMN + GAP;
const INNER = COLUMN - 2 * PADDING;

/** "F A C T U R A", as anexo 2 has it; words stay apart because PDF's own spaces are narrow. */
const spelledOut = (name: string): string =>
  name
    .toUpperCase()
    .split(" ")
    .map((word) => [...word].join(" "))
    .join("\u00A0\u00A0\u00A0");

/** Logo and issuer to the left, the document's box to the right, both down to the same line; gives the y below. */
export function drawHeader(pdf: Pdf, ride: Ride, logo: Uint8Array | undefined): number {
  const top = PAGE.margin;
  const issuerTop = top + LOGO_HEIGHT + 8;
  drawLogo(pdf, ride, logo, top);
  const bottom = Math.max(drawIssuer(pdf, ride, issuerTop + PADDING), drawDocument(pdf, ride, top + PADDING)) + PADDING;
  drawFrame(pdf, { x: LEFT, y: issuerTop, width: COLUMN, height: bottom - issuerTop });
  drawFrame(pdf, { x: RIGHT, y: top, width: COLUMN, height: bottom - top });
  return bottom;
}

/** Without a logo the trade name stands in its place. */
function drawLogo(pdf: Pdf, { issuer }: Ride, logo: Uint8Array | undefined, top: number): void {
  if (logo && isPdfImage(logo)) {
    pdf.image(Buffer.from(logo), LEFT, top, { fit: [COLUMN, LOGO_HEIGHT], align: "center", valign: "center" });
    return;
  }
  const name = (issuer.tradeName ?? issuer.legalName).slice(0, 60);
  drawText(
    pdf,
    name,
    { x: LEFT, y: top + 24, width: COLUMN },
    { size: name.length > 28 ? 14 : 19, bold: true, align: "center", color: INK.soft },
  );
}

function drawIssuer(pdf: Pdf, { issuer }: Ride, top: number): number {
  const at = (y: number) => ({ x: LEFT + PADDING, y, width: INNER });
  let y = drawText(pdf, issuer.legalName, at(top), { size: 10, bold: true }) + 2;
  if (issuer.tradeName) y = drawText(pdf, issuer.tradeName, at(y), { size: 9 });
  y += 6;
  for (const { label, value } of issuer.facts) {
    y = drawText(pdf, label, at(y), { size: 6.5, color: INK.soft });
    y = drawText(pdf, value, at(y)) + 4;
  }
  for (const legend of issuer.legends) y = drawText(pdf, legend, at(y), { size: 7.5, bold: true }) + 2;
  return y;
}

function drawDocument(pdf: Pdf, { name, document }: Ride, top: number): number {
  const at = (y: number) => ({ x: RIGHT + PADDING, y, width: INNER });
  let y = drawText(pdf, `R.U.C.: ${document.taxId}`, at(top), { size: 10, bold: true }) + 5;
  y = drawText(pdf, spelledOut(name), at(y), { size: 14, bold: true }) + 2;
  y = drawText(pdf, `No. ${document.number}`, at(y), { size: 11 }) + 8;
  const rows = [
    ["NÚMERO DE AUTORIZACIÓN", document.authorisation],
    ["FECHA Y HORA DE AUTORIZACIÓN", document.authorisedAt],
    ["AMBIENTE", document.environment],
    ["EMISIÓN", "NORMAL"],
  ] as const;
  for (const [label, value] of rows) {
    y = drawText(pdf, label, at(y), { size: 6.5, color: INK.soft });
    y = drawText(pdf, value, at(y)) + 4;
  }
  y = drawText(pdf, "CLAVE DE ACCESO", at(y), { size: 6.5, color: INK.soft }) + 3;
  drawCode128(pdf, document.accessKey, { x: RIGHT + PADDING, y, width: INNER, height: 32 });
  return drawText(pdf, document.accessKey, at(y + 36), { size: 7.5, align: "center" });
}
