import { pdfBytes } from "../../app/countries/shared/pdf.ts";
import { microsecondsEach } from "../cpu.ts";
import { anInvoiceOf, aSigner, built, pack } from "../invoices.ts";
import type { Row } from "../row.ts";

/** Ordinary invoices have one page; 60 lines take several. */
const LINES = 5;
const LONG = 60;

const pagesOf = (pdf: Uint8Array): number => Buffer.from(pdf).toString("latin1").split("/Type /Page\n").length - 1;

/** RIDEs of a signed invoice, against the library's empty page. */
export async function print(): Promise<Row> {
  const { signer } = await aSigner();
  const signed = (lines: number) => pack.sign(built(anInvoiceOf(lines)), signer, new Date().toISOString()).xml;
  const [short, long] = [signed(LINES), signed(LONG)];
  const ride = (signedXml: string) => pack.print({ signedXml, authorisation: null });
  const info = { title: "empty", author: "bench", createdAt: "2026-01-01T00:00:00Z" };
  const pages = { short: pagesOf(await ride(short)), long: pagesOf(await ride(long)) };
  const took = await microsecondsEach(
    {
      short: { calls: 50, work: () => ride(short) },
      long: { calls: 15, work: () => ride(long) },
      empty: { calls: 50, work: () => pdfBytes(info, () => undefined) },
    },
    12,
  );
  const perSecond = (pageCount: number, microseconds: number) => (pageCount * 1_000_000) / microseconds;
  return {
    name: "RIDE pages a core",
    value: perSecond(pages.short, took.short),
    unit: "pages/s",
    goal: 150,
    better: "higher",
    baseline: { name: "PDFKit's empty page", value: perSecond(1, took.empty) },
    note: `${LINES} lines, ${pages.short} page; ${perSecond(pages.long, took.long).toFixed(0)} pages/s at ${LONG} lines, ${pages.long} pages`,
  };
}
