/** The body of POST /sandbox/orders. */
export type OrderBody = Record<string, unknown> & {
  payment: string;
  lines: (Record<string, unknown> & { title: string; quantity: number; price: string; sku?: string; taxable?: boolean })[];
};

const BUYERS = [
  { idType: "cedula", idNumber: "1714307103", legalName: "María José Núñez Páez" },
  { idType: "ruc", idNumber: "1792060346001", legalName: `Ñandú & Cía. <S.A.> "La 'Esquina'"` },
  { idType: "ruc", idNumber: "1768152800001", legalName: "Municipio de prueba" },
  { idType: "ruc", idNumber: "1714307103001", legalName: "Núñez Páez María José" },
  { idType: "passport", idNumber: "AB123456", legalName: "Zoë O'Brien-Müller" },
] as const;

const PLACES = [
  { address1: "Av. 6 de Diciembre N30-100", city: "Quito", zip: "170135", latitude: -0.1918, longitude: -78.4796 },
  { address1: "Calle Manabí 12 y García Moreno", city: "QUITO", zip: "" },
  { address1: "Av. Interoceánica km 12", city: "Cumbaya", zip: "170901", latitude: -0.2006, longitude: -78.4311 },
  { address1: "Malecón 2000 y Olmedo", city: "guayaquil", zip: "090313", latitude: -2.1962, longitude: -79.8862 },
  { address1: "Urb. Los Arcos, mz. 4", city: "Samborondón", zip: "Samborondon" },
] as const;

const PRODUCTS = [
  { title: "Café de altura 500 g", sku: "CAFE-500", price: "8.50" },
  { title: "Chocolate 70 % “Arriba”", sku: "CHOC-70", price: "4.35" },
  { title: "Libro de cocina", sku: "LIBRO-1", price: "12.00", taxable: false },
  { title: "Taza <artesanal> & plato", sku: "TAZA-9", price: "9.99" },
  { title: "Miel de abeja 250 ml", sku: "MIEL-250", price: "6.15", taxable: false },
  { title: "Canasta grande", sku: "CANASTA-G", price: "37.27" },
] as const;

const PAYMENTS = ["card", "card_authorized", "transfer", "cash_on_delivery"] as const;
const DISCOUNTS = [undefined, { percentage: "10" }, { amount: "3.33" }] as const;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** The nth order of a fixed sequence: every payment type, both tax modes, discounts, untaxed lines, hostile names, all zones. */
export function sampleOrder(n: number): OrderBody {
  const buyer = pick(BUYERS, n);
  const lineCount = 1 + (n % 3);
  return {
    customer: { firstName: "Cliente", lastName: `Número ${n + 1}`, email: `cliente${n + 1}@example.com`, phone: "+593991234567" },
    shippingAddress: { countryCode: "EC", ...pick(PLACES, n * 3 + Math.floor(n / 5)) },
    fiscalData: { ...buyer },
    lines: Array.from({ length: lineCount }, (_none, line) => ({ ...pick(PRODUCTS, n + line * 2), quantity: 1 + ((n + line) % 4) })),
    ...(pick(DISCOUNTS, n) ? { discount: pick(DISCOUNTS, n) } : {}),
    payment: pick(PAYMENTS, n + Math.floor(n / 4)),
    taxesIncluded: Math.floor(n / 2) % 2 === 0,
  };
}
