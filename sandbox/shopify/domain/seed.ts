import type { Collection, Product } from "./catalogue-state.ts";
import type { Address } from "./order-state.ts";
import type { Shop } from "./state.ts";

const nobody: Address = {
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  province: null,
  zip: null,
  countryCode: "EC",
  phone: null,
  latitude: null,
  longitude: null,
};

type Sample = Pick<Product, "handle" | "title" | "titleEn" | "description" | "descriptionEn" | "productType" | "price" | "grams"> & {
  taxable?: boolean;
};
const samples: Sample[] = [
  {
    handle: "cafe-loja",
    title: "Café de Loja 500 g",
    titleEn: "Loja coffee 500 g",
    productType: "Café",
    price: 1290,
    grams: 550,
    description: "Grano lavado de altura, tueste medio.",
    descriptionEn: "Washed high-altitude beans, medium roast.",
  },
  {
    handle: "chocolate-arriba",
    title: "Chocolate Arriba 72 %",
    titleEn: "Arriba chocolate 72%",
    productType: "Chocolate",
    price: 450,
    grams: 90,
    description: "Cacao fino de aroma de Los Ríos.",
    descriptionEn: "Fine-aroma cocoa from Los Ríos.",
  },
  {
    handle: "poncho-otavalo",
    title: "Poncho de Otavalo",
    titleEn: "Otavalo poncho",
    productType: "Textil",
    price: 4800,
    grams: 900,
    description: "Lana de oveja tejida en telar.",
    descriptionEn: "Sheep's wool, woven on a hand loom.",
  },
  {
    handle: "sombrero-montecristi",
    title: "Sombrero de Montecristi",
    titleEn: "Montecristi hat",
    productType: "Sombrero",
    price: 8950,
    grams: 200,
    description: "Paja toquilla, trama fina.",
    descriptionEn: "Toquilla straw, fine weave.",
  },
  {
    handle: "taza-barro",
    title: "Taza de barro «Ñukanchik»",
    titleEn: "Clay mug “Ñukanchik”",
    productType: "Cerámica",
    price: 1475,
    grams: 380,
    description: "Esmalte libre de plomo, hecha en Pujilí.",
    descriptionEn: "Lead-free glaze, made in Pujilí.",
  },
  {
    handle: "mochila-chimborazo",
    title: "Mochila Chimborazo",
    titleEn: "Chimborazo backpack",
    productType: "Mochila",
    price: 6399,
    grams: 1100,
    description: "Lona encerada, 22 litros.",
    descriptionEn: "Waxed canvas, 22 litres.",
  },
  {
    handle: "rosas-cayambe",
    title: "Rosas de Cayambe (12)",
    titleEn: "Cayambe roses (12)",
    productType: "Flores",
    price: 1800,
    grams: 800,
    taxable: false,
    description: "Una docena, con tarifa 0 %.",
    descriptionEn: "A dozen, taxed at 0%.",
  },
  {
    handle: "quinua-organica",
    title: "Quinua orgánica 1 kg",
    titleEn: "Organic quinoa 1 kg",
    productType: "Alimentos",
    price: 525,
    grams: 1000,
    taxable: false,
    description: "De Colta, con tarifa 0 %.",
    descriptionEn: "From Colta, taxed at 0%.",
  },
];

function products(firstId: number, vendor: string): Product[] {
  return samples.map((sample, index) => ({
    taxable: true,
    ...sample,
    id: firstId + index * 7919,
    variantId: firstId + 5_000_000 + index * 7919,
    vendor,
    sku: `TA-${String(index + 1).padStart(3, "0")}`,
    tags: [sample.productType.toLowerCase()],
    metafields: [],
    isListed: true,
  }));
}

const shelves = [
  { title: "Café y chocolate", handle: "cafe-y-chocolate", products: ["cafe-loja", "chocolate-arriba"] },
  { title: "Flores y alimentos sin IVA", handle: "sin-iva", products: ["rosas-cayambe", "quinua-organica"] },
  { title: "Regalos", handle: "regalos", products: ["chocolate-arriba", "taza-barro"] },
  { title: "Hecho a mano", handle: "hecho-a-mano", products: ["poncho-otavalo", "sombrero-montecristi", "taza-barro"] },
];

const collections = (firstId: number, sold: Product[]): Collection[] =>
  shelves.map(({ title, handle, products: handles }, index) => ({
    id: firstId + index * 7919,
    title,
    handle,
    productIds: sold.filter((one) => handles.includes(one.handle)).map(({ id }) => id),
  }));

function shop(own: Pick<Shop, "id" | "domain" | "name" | "plan"> & { city: string }): Shop {
  const { city, ...rest } = own;
  const sold = products(own.id + 1_000_000, own.name);
  const address = { ...nobody, company: own.name, address1: "Av. Amazonas N34-451", city, phone: "+593 2 255 5123", zip: "170135" };
  return {
    ...rest,
    email: `ventas@${own.domain.replace(".myshopify.com", "")}.example`,
    owner: "María Andrade",
    currency: "USD",
    ianaTimezone: "America/Guayaquil",
    primaryLocale: "es",
    address,
    taxesIncluded: false,
    locations: [
      { id: own.id + 17, name: `Bodega ${city}`, address1: address.address1, city, active: true },
      { id: own.id + 7936, name: "Tienda Cuenca", address1: "Calle Larga 6-52", city: "Cuenca", active: true },
    ],
    products: sold,
    collections: collections(own.id + 2_000_000, sold),
    customers: [],
    orders: [],
    nextOrderNumber: 1001,
    carrierServices: [],
    deliveryProfile: {
      id: own.id + 23,
      groups: [
        {
          id: own.id + 7942,
          locationIds: [own.id + 17, own.id + 7936],
          zones: [{ id: own.id + 15_861, name: "Ecuador", countries: ["EC"], rates: [] }],
        },
      ],
    },
    deliveryCustomizations: [],
    metafields: [],
    appMetafields: [],
  };
}

export const DEMO_SHOP = "demo.myshopify.com";
/** One shop to show, one that must never see the first one's data and whose plan has no carrier-calculated rates. */
export const seedShops = (): Shop[] => [
  shop({ id: 71_204_000_011, domain: DEMO_SHOP, name: "Tienda Andina", plan: "advanced", city: "Quito" }),
  shop({ id: 71_204_900_023, domain: "otra.myshopify.com", name: "Otra Tienda", plan: "basic", city: "Guayaquil" }),
];
