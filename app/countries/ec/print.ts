import type { Authorisation } from "../pack";
import { drawRule, drawText, INK, PAGE, pdfBytes, type Pdf } from "../shared/pdf";
import { bandHeight, drawBand } from "./ride-band";
import { drawHeader } from "./ride-header";
import { readRide, type Ride } from "./ride-model";
import { drawSummary } from "./ride-summary";
import { drawTable } from "./ride-table";

const GAP = 12;

/**
 * The RIDE (ficha técnica, anexo 2) of a signed factura, nota de crédito or guía as PDF, A4. Without an authorisation its date reads
 * PENDIENTE. A logo that is neither PNG nor JPEG is left out.
 */
export function printDocument(document: {
  signedXml: string;
  authorisation: Authorisation | null;
  logo?: Uint8Array;
}): Promise<Uint8Array> {
  const ride = readRide(document.signedXml, document.authorisation);
  const info = { title: `${ride.name} ${ride.document.number}`, author: ride.issuer.legalName, createdAt: ride.signedAt };
  return pdfBytes(info, (pdf) => {
    const newPage = () => startPage(pdf, ride);
    let y = drawHeader(pdf, ride, document.logo) + GAP;
    for (const band of ride.bands) y = drawBand(pdf, band, y + bandHeight(pdf, band) > PAGE.bottom ? newPage() : y) + GAP;
    for (const table of ride.tables) y = drawTable(pdf, table, y, newPage) + GAP;
    drawSummary(pdf, ride, y, newPage);
    drawFooters(pdf, ride);
  });
}

/** Pages after the first say whose they are. */
function startPage(pdf: Pdf, { name, issuer, document }: Ride): number {
  pdf.addPage();
  const owner = issuer.legalName.length > 60 ? `${issuer.legalName.slice(0, 60).trim()}…` : issuer.legalName;
  const line = `${owner} · R.U.C. ${document.taxId} · ${name} No. ${document.number}`;
  return drawText(pdf, line, { x: PAGE.margin, y: PAGE.margin, width: PAGE.width - 2 * PAGE.margin }, { size: 7.5, color: INK.soft }) + GAP;
}

function drawFooters(pdf: Pdf, { document }: Ride): void {
  const { start, count } = pdf.bufferedPageRange();
  const test = document.environment === "PRUEBAS" ? " · Documento de prueba, sin validez tributaria" : "";
  const width = PAGE.width - 2 * PAGE.margin;
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    drawRule(pdf, PAGE.margin, PAGE.bottom + 8, width);
    const at = { x: PAGE.margin, y: PAGE.bottom + 13, width };
    drawText(pdf, `Representación impresa de documento electrónico (RIDE)${test}`, at, { size: 6.5, color: INK.soft });
    drawText(pdf, `Página ${page - start + 1} de ${count}`, at, { size: 6.5, color: INK.soft, align: "right" });
  }
}
