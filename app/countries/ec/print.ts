import type { Authorisation } from "../pack";
import { drawRule, drawText, INK, PAGE, pdfBytes, type Pdf } from "../shared/pdf";
import { drawBuyer, drawHeader } from "./ride-header";
import { readRide, type Ride } from "./ride-model";
import { drawSummary, summaryHeight } from "./ride-summary";
import { drawDetails } from "./ride-table";

const GAP = 12;

/**
 * The RIDE (ficha técnica, anexo 2) of a signed factura as PDF, A4. Without an authorisation its date reads PENDIENTE. A logo that is
 * neither PNG nor JPEG is left out.
 */
export function printDocument(document: {
  signedXml: string;
  authorisation: Authorisation | null;
  logo?: Uint8Array;
}): Promise<Uint8Array> {
  const ride = readRide(document.signedXml, document.authorisation);
  const info = { title: `Factura ${ride.document.number}`, author: ride.issuer.legalName, createdAt: ride.signedAt };
  return pdfBytes(info, (pdf) => {
    const newPage = () => startPage(pdf, ride);
    const below = drawBuyer(pdf, ride, drawHeader(pdf, ride, document.logo) + GAP);
    const end = drawDetails(pdf, ride, below + GAP, newPage) + GAP;
    drawSummary(pdf, ride, end + summaryHeight(pdf, ride) > PAGE.bottom ? newPage() : end);
    drawFooters(pdf, ride);
  });
}

/** Pages after the first say whose they are. */
function startPage(pdf: Pdf, { issuer, document }: Ride): number {
  pdf.addPage();
  const line = `${issuer.legalName.slice(0, 60)} · R.U.C. ${document.taxId} · Factura No. ${document.number}`;
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
