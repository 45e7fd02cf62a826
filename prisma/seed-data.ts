import { NO_LIMITS } from "../app/domain/assignment/terms.ts";
import { plainZone } from "~/domain/zone/plain-zone";
/** The demo's merchant: everything a real one would type into settings. */
export const SHOP = {
  domain: "demo.myshopify.com",
  name: "Tienda Andina",
  email: "hola@tienda-andina.example",
  timeZone: "America/Guayaquil",
  currency: "USD",
  locale: "es",
};

export const ISSUER = {
  country: "EC",
  taxId: "1792060346001",
  legalName: "TIENDA ANDINA S.A.",
  tradeName: "Tienda Andina",
  mainAddress: "Av. Amazonas N34-120 y Atahualpa, Quito",
  establishmentAddress: "Av. Amazonas N34-120 y Atahualpa, Quito",
  keepsAccounts: true,
  specialTaxpayer: null,
  withholdingAgent: null,
  rimpe: "none" as const,
  environment: "test" as const,
};

const place = { active: true, address2: null, province: null, zip: null, countryCode: "EC" };
/** The sandbox's locations, linked as a merchant would link them. */
export const LOCATIONS = [
  {
    ...place,
    gid: "gid://shopify/Location/71204000028",
    name: "Bodega Quito",
    address1: "Av. Amazonas N34-451",
    city: "Quito",
    at: { establishment: "001", emissionPoint: "001", firstNumber: 1 },
  },
  {
    ...place,
    gid: "gid://shopify/Location/71204007947",
    name: "Tienda Cuenca",
    address1: "Calle Larga 6-52",
    city: "Cuenca",
    at: { establishment: "002", emissionPoint: "001", firstNumber: 1 },
  },
];

/** What a dispatch guide says of who drives; made-up people and plates. */
const transport = (legalName: string, idNumber: string, plate: string) => ({ legalName, idType: "cedula", idNumber, licence: null, plate });
const courier = (name: string, email: string, phone: string, carrier: ReturnType<typeof transport>) => ({
  name,
  email,
  phone,
  locale: "es",
  dailyCapacity: 250,
  active: true,
  ...NO_LIMITS,
  ...carrier,
});
export const COURIERS = [
  courier("Ana Torres", "ana@tienda-andina.example", "+593991000001", transport("Ana Lucía Torres Mena", "1712345675", "IB123A")),
  courier("Bruno Cando", "bruno@tienda-andina.example", "+593991000002", transport("Bruno Andrés Cando Ruiz", "1002345674", "PBX4821")),
  courier("Carla Vinueza", "carla@tienda-andina.example", "+593991000003", transport("Carla Vinueza Herrera", "1803456787", "PCD7730")),
  courier("Diego Peñafiel", "diego@tienda-andina.example", "+593991000004", transport("Diego Peñafiel Loor", "0914567896", "GSK2045")),
];

const zone = { currency: "USD", active: true };
export const ZONES = [
  {
    ...zone,
    name: "Valles de Quito",
    priority: 10,
    couriers: ["Bruno Cando", "Carla Vinueza"],
    ...plainZone({
      places: ["Cumbayá", "Tumbaco", "Conocoto", "Sangolquí", "San Rafael", "Los Chillos", "Puembo"],
      postalPatterns: ["1709*", "1711*"],
      rateMinor: 490,
      commissionMinor: 275,
    }),
  },
  {
    ...zone,
    name: "Quito urbano",
    priority: 20,
    couriers: ["Ana Torres", "Bruno Cando"],
    ...plainZone({
      places: ["Quito", "Iñaquito", "La Carolina", "La Floresta", "Carcelén", "Cotocollao", "Quitumbe"],
      postalPatterns: ["1701*", "1705*"],
      rateMinor: 350,
      commissionMinor: 200,
    }),
  },
  {
    ...zone,
    name: "Guayaquil",
    priority: 20,
    couriers: ["Diego Peñafiel"],
    ...plainZone({
      places: ["Guayaquil", "Samborondón", "Durán", "La Puntilla"],
      postalPatterns: ["0901*", "0907*", "092301-092399"],
      rateMinor: 400,
      commissionMinor: 225,
    }),
  },
];
