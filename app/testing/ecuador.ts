import type { Buyer, DocumentTotals, InvoiceInput, Issuer, SeriesKey } from "~/domain/document/document";

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

/** Two coffees with a discount at 15 %, a book at 0 %, and the shipping. */
export const someTotals = (): DocumentTotals => ({
  lines: [
    {
      code: "CAF-1",
      description: "Café de altura 500 g",
      quantity: 2,
      unitPriceMicros: 10_000_000n,
      discountMinor: 200,
      baseMinor: 1800,
      rateBasisPoints: 1500,
      taxMinor: 270,
    },
    {
      code: "ENVIO",
      description: "Envío Quito norte",
      quantity: 1,
      unitPriceMicros: 2_608_696n,
      discountMinor: 0,
      baseMinor: 261,
      rateBasisPoints: 1500,
      taxMinor: 39,
    },
    {
      code: "LIB-7",
      description: "Libro de recetas",
      quantity: 1,
      unitPriceMicros: 12_500_000n,
      discountMinor: 0,
      baseMinor: 1250,
      rateBasisPoints: 0,
      taxMinor: 0,
    },
  ],
  groups: [
    { rateBasisPoints: 1500, baseMinor: 2061, taxMinor: 309 },
    { rateBasisPoints: 0, baseMinor: 1250, taxMinor: 0 },
  ],
  baseMinor: 3311,
  discountMinor: 200,
  taxMinor: 309,
  tipMinor: 100,
  totalMinor: 3720,
});

export const anInvoiceInput = (input: Partial<InvoiceInput> = {}): InvoiceInput => ({
  issuer: anIssuer(),
  series: aSeries(),
  sequence: 123,
  issueDate: "2026-11-23",
  randomCode: "12345678",
  buyer: aBuyer(),
  totals: someTotals(),
  currency: "USD",
  paymentType: "card",
  additional: { Pedido: "#1001" },
  ...input,
});
