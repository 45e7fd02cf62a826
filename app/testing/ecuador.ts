import { LINE_WORDS } from "~/countries/ec/line-words";
import { creditTotals } from "~/domain/credit/credit-totals";
import { totalsOf } from "~/domain/document/line-amounts";
import { ratedAt } from "~/domain/document/tax";
import type {
  Buyer,
  CreditNoteInput,
  DispatchGuideInput,
  DocumentLine,
  DocumentTotals,
  InvoiceInput,
  Issuer,
  Recipient,
  SeriesKey,
  Transport,
} from "~/domain/document/document";

/** Everything that breaks careless XML, in one name. */
export const HOSTILE_NAME = `Ñandú & Cía. <S.A.> "La 'Esquina'"`;

export const anIssuer = (issuer: Partial<Issuer> = {}): Issuer => ({
  id: "issuer-1",
  country: "EC",
  taxId: "1790012345001",
  legalName: "CAFÉ DEL VALLE S.A.",
  tradeName: "Café del Valle",
  mainAddress: "Av. Amazonas N34-120, Quito",
  establishmentAddress: "Av. Amazonas N34-120, Quito",
  keepsAccounts: true,
  specialTaxpayer: null,
  withholdingAgent: null,
  rimpe: "none",
  environment: "test",
  ...issuer,
});

export const aSeries = (series: Partial<SeriesKey> = {}): SeriesKey => ({
  documentType: "invoice",
  establishment: "001",
  emissionPoint: "001",
  environment: "test",
  ...series,
});

export const aBuyer = (buyer: Partial<Buyer> = {}): Buyer => ({
  idType: "cedula",
  idNumber: "1714307103",
  legalName: "María José Núñez",
  email: "maria@ejemplo.ec",
  address: "Calle Larga 1-20, Cuenca",
  phone: "+593991234567",
  ...buyer,
});

const aLine = (line: Omit<DocumentLine, "ref" | "taxes">, rateBasisPoints: number, taxMinor: number): DocumentLine => ({
  ...line,
  ref: { kind: line.code === "ENVIO" ? "shipping" : "line", id: line.code },
  taxes: [{ tax: ratedAt(rateBasisPoints), baseMinor: line.baseMinor, taxMinor }],
});

/** Two coffees with a discount at 15 %, a book at 0 %, and the shipping. */
export const someTotals = (): DocumentTotals =>
  totalsOf(
    [
      aLine(
        {
          code: "CAF-1",
          description: "Café de altura 500 g",
          quantity: 2,
          unitPriceMicros: 10_000_000n,
          discountMinor: 200,
          baseMinor: 1800,
        },
        1500,
        270,
      ),
      aLine(
        {
          code: "ENVIO",
          description: "Envío Quito norte",
          quantity: 1,
          unitPriceMicros: 2_608_696n,
          discountMinor: 0,
          baseMinor: 261,
        },
        1500,
        39,
      ),
      aLine(
        {
          code: "LIB-7",
          description: "Libro de recetas",
          quantity: 1,
          unitPriceMicros: 12_500_000n,
          discountMinor: 0,
          baseMinor: 1250,
        },
        0,
        0,
      ),
    ],
    100,
  );

export const anInvoiceInput = (input: Partial<InvoiceInput> = {}): InvoiceInput => ({
  kind: "invoice",
  issuer: anIssuer(),
  series: aSeries(),
  sequence: 123,
  issueDate: "2026-11-23",
  randomCode: "12345678",
  buyer: aBuyer(),
  totals: someTotals(),
  currency: "USD",
  payments: [{ code: "19", amountMinor: input.totals?.totalMinor ?? 3720 }],
  additional: { Pedido: "#1001" },
  ...input,
});

/** Of the invoice above, one of the two coffees. */
export function aCreditNoteInput(input: Partial<CreditNoteInput> = {}): CreditNoteInput {
  const refund = { lines: [{ lineId: "CAF-1", quantity: 1, netMinor: 1035, taxMinor: 135 }], shipping: [], adjustmentMinor: 0 };
  const credit = creditTotals({ original: someTotals(), credited: [], refund, taxesIncluded: true }, LINE_WORDS);
  if (!credit.ok) throw new Error(credit.problem.code);
  return {
    kind: "credit_note",
    issuer: anIssuer(),
    series: aSeries({ documentType: "credit_note" }),
    sequence: 7,
    issueDate: "2026-11-25",
    randomCode: "12345678",
    buyer: aBuyer(),
    original: { documentType: "invoice", number: "001-001-000000123", issueDate: "2026-11-23" },
    reason: "Devolución de 1 unidad",
    totals: credit.value.totals,
    currency: "USD",
    additional: { Pedido: "#1001" },
    ...input,
  };
}

export const aTransport = (transport: Partial<Transport> = {}): Transport => ({
  carrier: { legalName: "Luis Alberto Vega Mora", idType: "cedula", idNumber: "1714307103", plate: "pbc-1234" },
  originAddress: "Bodega Carcelén, Quito",
  startsOn: "2026-11-23",
  endsOn: "2026-11-24",
  ...transport,
});

export const aRecipient = (recipient: Partial<Recipient> = {}): Recipient => ({
  idNumber: "1714307103",
  legalName: "María José Núñez",
  address: "Calle Larga 1-20, Cuenca",
  motive: "Venta",
  route: "Quito – Cuenca",
  support: {
    documentType: "invoice",
    number: "001-001-000000123",
    authorisation: "2311202601179001234500110010010000001231234567813",
    issueDate: "2026-11-23",
  },
  lines: [{ code: "CAF-1", description: "Café de altura 500 g", quantity: 2 }],
  ...recipient,
});

/** One run with two recipients, the second without an invoice yet. */
export const aDispatchGuideInput = (input: Partial<DispatchGuideInput> = {}): DispatchGuideInput => ({
  ...aTransport(),
  kind: "dispatch_guide",
  issuer: anIssuer(),
  series: aSeries({ documentType: "dispatch_guide" }),
  sequence: 31,
  issueDate: "2026-11-23",
  randomCode: "12345678",
  recipients: [
    aRecipient(),
    aRecipient({
      idNumber: "9999999999999",
      legalName: "CONSUMIDOR FINAL",
      address: "Av. Loja 4-20, Cuenca",
      route: null,
      support: null,
      lines: [{ code: "LIB-7", description: "Libro de recetas", quantity: 1 }],
    }),
  ],
  additional: { Pedidos: "#1001, #1002" },
  ...input,
});
