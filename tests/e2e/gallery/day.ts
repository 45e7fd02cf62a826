import { doorRulesOf } from "~/courier/door-rules";
import type { DoorRules } from "~/courier/door-rules";
import { amountText } from "~/courier/amount-text";
import type { Day, StopView } from "~/courier/protocol";
import type { MoneyLine, SettlementView } from "~/domain/settlement/courier-money";
import type { Locale } from "~/i18n/locale";

/** As long as people and places are called; one of them without a place to break a line. */
const NAME = "María Fernanda Guadalupe Echeverría-Valdivieso de la Torre";
const SHOP = "Distribuidora Agroindustrial Hermanos Guayasamín & Compañía";
const UNBROKEN = "Urb.LasAcaciasDelValleDeLosChillosManzana14VillaNro.27B";
const MUCH = 123_456_789;
const DUE = { minor: MUCH, currency: "USD", cashLimitMinor: 50_000 };
const PLACE = { latitude: -0.18, longitude: -78.48 };
/** A day that will not come while this is looked at. */
const LATER = "2099-11-25";
const GOODS = [
  { title: "Juego de sábanas de algodón peruano de 400 hilos, king size, azul petróleo", quantity: 2 },
  { title: "Cafetera", quantity: 1 },
];

const textOf = (minor: number, locale: Locale) => amountText({ minor, currency: "USD" }, locale);

function stop(locale: Locale, change: Partial<StopView> & { deliveryId: string }): StopView {
  const reach = "https://example.com/";
  return {
    orderName: "#1001",
    state: "out_for_delivery",
    buyer: NAME,
    addressLines: [
      "Av. de los Shyris N34-152 y Holanda, edificio Shyris Center, torre B, piso 12, oficina 1207",
      UNBROKEN,
      "Quito, Pichincha",
    ],
    phone: "+593991234567",
    units: 3,
    parcels: 12,
    goods: GOODS,
    refusable: {
      lines: GOODS.map(({ title, quantity }, at) => ({
        title,
        quantity,
        lineId: String(at),
        grossMinor: MUCH,
        price: textOf(MUCH, locale),
      })),
    },
    place: { number: 1, of: 2 },
    collect: null,
    due: null,
    payment: "paid",
    position: PLACE,
    known: { ...PLACE, metres: 20 },
    geoUrl: "geo:-0.18,-78.48",
    deliveredAt: null,
    deliveredAtText: null,
    fetchFrom: null,
    cover: null,
    hindrance: null,
    callUrl: "tel:+593991234567",
    whatsappUrl: reach,
    mapsUrl: reach,
    wazeUrl: reach,
    ...change,
  };
}

const line = (id: string, change: Partial<MoneyLine>): MoneyLine => ({
  ...{ id, day: "2026-11-23", kind: "earned", minor: MUCH, how: null, reason: null, order: "#1001", parts: null, isCorrection: false },
  ...change,
});

const statement = (id: string, state: SettlementView["state"], change: Partial<SettlementView> = {}): SettlementView => ({
  ...{
    id,
    number: 12,
    state,
    period: { from: "2026-11-01", until: "2026-11-15" },
    sha256: "ab".repeat(32),
    dispute: null,
    paidMinor: null,
  },
  opening: { owed: 0, cashInHand: 0 },
  sums: { earned: MUCH, collectedCash: MUCH, collectedOtherwise: 0, handedOver: 0, paid: MUCH, adjusted: -1250 },
  closing: { owed: -MUCH, cashInHand: MUCH },
  lines: [
    line(`${id}-a`, {}),
    line(`${id}-b`, { kind: "adjusted", reason: "Llantas nuevas, según lo conversado el lunes con la jefa de bodega" }),
  ],
  ...change,
});

/** A day in which everything is as long as it may be, with a stop in every state. */
export function longDay(locale: Locale): Day {
  const at = { deliveredAt: "2026-11-23T15:00:00.000Z", deliveredAtText: "10:00", state: "delivered" as const };
  return {
    serverAt: "2026-11-23T15:00:00.000Z",
    locale,
    shop: { key: "k", name: SHOP },
    courier: { id: "c", name: NAME },
    door: strictDoor(locale),
    orderedBy: "hand",
    pending: [
      stop(locale, {
        deliveryId: "out",
        ...{
          collect: textOf(MUCH, locale),
          due: DUE,
          payment: "collect",
          asks: { fiscalData: "must" },
          pinLock: { hash: "00", iterations: 1, of: 1 },
        },
        doorNote:
          "Portón verde al fondo del callejón, timbre 2 (el 1 no suena).\nHay perro.\nPreguntar por la señora Guadalupe en la portería.",
        gatePhotoUrl: "/gate.jpg",
      }),
      stop(locale, {
        deliveryId: "fetch",
        known: { latitude: -0.2, longitude: -78.5, metres: 900 },
        orderName: "#EC-2026-100234-B",
        state: "assigned",
        payment: "unpaid",
        fetchFrom: NAME,
        hindrance: "not_loaded",
      }),
      stop(locale, {
        deliveryId: "again",
        orderName: "#1003",
        state: "attempt_failed",
        undo: { reportId: "failed", collected: null },
        payment: "reserved",
        reattemptOn: LATER,
        reattemptText: "miércoles, 25 de noviembre",
      }),
      stop(locale, {
        deliveryId: "start",
        orderName: "#1004",
        state: "assigned",
        parcels: 12,
        payment: "elsewhere",
        cover: { number: null },
      }),
      stop(locale, { deliveryId: "return", orderName: "#1008", isReturn: true, place: null }),
      stop(locale, {
        ...{ deliveryId: "exchange-out", orderName: "#1011", collect: textOf(MUCH, locale), due: DUE, payment: "collect" },
        exchange: { deliveryId: "exchange", goods: GOODS },
      }),
      stop(locale, {
        ...{ deliveryId: "exchange", orderName: "#1011", isReturn: true, place: null },
        exchange: { deliveryId: "exchange-out", goods: GOODS },
      }),
      stop(locale, { deliveryId: "return-start", orderName: "#1009", isReturn: true, place: null, state: "assigned" }),
      stop(locale, { deliveryId: "return-rest", orderName: "#1010", isReturn: true, place: null, ...at, bringBack: GOODS }),
      stop(locale, {
        deliveryId: "back",
        known: null,
        geoUrl: null,
        orderName: "#1005",
        payment: "refunded",
        addressLines: [],
        callUrl: null,
        whatsappUrl: null,
        mapsUrl: null,
        wazeUrl: null,
      }),
      stop(locale, { deliveryId: "rest", orderName: "#1006", ...at, bringBack: GOODS }),
    ],
    done: [
      stop(locale, { deliveryId: "done-1", orderName: "#1007", ...at, undo: { reportId: "told", collected: null } }),
      stop(locale, { deliveryId: "done-2", orderName: "#EC-2026-100235-A", ...at, undo: { reportId: "told too", collected: null } }),
    ],
    run: {
      loadable: 3,
      isIncomplete: false,
      runs: [
        {
          ...{ id: "r1", state: "ready", overrideReason: null, from: "Bodega norte, Av. Galo Plaza Lasso N59-150 y Los Cerezos" },
          orders: ["#1001", "#1002", "#EC-2026-100234-B"],
          guide: { number: "001-001-000000007", accessKey: "0".repeat(49), state: "authorised", pdfUrl: "/g.pdf" },
        },
        { id: "r2", state: "ready", overrideReason: "El SRI no responde desde las 9", from: null, orders: ["#1003"], guide: null },
      ],
    },
    reports: [
      {
        id: "e",
        deliveryId: null,
        outcome: { code: "money_refused", params: { why: "settlement_differs" } },
        photosReceived: 0,
        photosExpected: 0,
      },
    ],
    money: {
      ...{ currency: "USD", today: "2026-11-23", since: "2026-11-09", legalCashMinor: 50_000, cashLimitMinor: 10_000_000 },
      balance: { owed: -MUCH, cashInHand: MUCH },
      lines: [
        line("l1", { parts: [{ says: "percent_of_part", minor: MUCH, percent: 7.5, ofMinor: MUCH, wholeMinor: MUCH, attempts: 1 }] }),
        line("l2", { kind: "collected", how: "card_machine", order: "#EC-2026-100234-B" }),
        line("l3", {
          kind: "adjusted",
          minor: -MUCH,
          reason: "Llantas nuevas, según lo conversado el lunes con la jefa de bodega",
          day: "2026-11-22",
        }),
      ],
      handOvers: [
        { id: "h1", day: "2026-11-23", state: "differs", courierMinor: MUCH, shopMinor: MUCH - 100 },
        { id: "h2", day: "2026-11-22", state: "awaits_courier", courierMinor: null, shopMinor: MUCH },
        { id: "h3", day: "2026-11-21", state: "agreed", courierMinor: MUCH, shopMinor: MUCH },
      ],
      settlements: [
        statement("s1", "issued"),
        statement("s2", "disputed", { dispute: "Falta la entrega #1003, que hice el martes por la noche." }),
        statement("s3", "paid", { paidMinor: MUCH, lines: [] }),
      ],
    },
    others: [{ deliveryId: "x", orderName: "#1009", code: "taken_over", courier: NAME, at: "2026-11-23T14:00:00.000Z" }],
    shift: { id: "sh", state: "on", since: "2026-11-23T12:00:00.000Z", sinceText: "07:00", sharesPosition: true },
  };
}

/** A day as most are: a shop and people with names as they mostly are, on a shift, with their guide, and some cash. */
export function ordinaryDay(locale: Locale): Day {
  const day = longDay(locale);
  const [first, second] = ["María José Núñez", "Luis Andrade"].map((buyer, at) =>
    stop(locale, {
      ...{ deliveryId: `ordinary-${at}`, orderName: `#${1001 + at}`, buyer, place: null, parcels: 1 },
      addressLines: ["Av. 6 de Diciembre N30-100 y Whymper", "Quito"],
    }),
  );
  return {
    ...day,
    shop: { key: "k", name: "Tienda Andina" },
    courier: { id: "c", name: "Ana Torres" },
    orderedBy: "road",
    pending: [first!, second!],
    ...{ done: [], others: [], reports: [] },
    run: { loadable: 0, isIncomplete: false, runs: [{ ...day.run.runs[0]!, orders: ["#1001", "#1002"], from: null }] },
    money: { ...day.money, cashLimitMinor: 20_000, balance: { owed: 0, cashInHand: 4550 } },
  };
}

/** Everything that can be asked at a door. */
const strictDoor = (locale: Locale): DoorRules => {
  const { proof, reasons } = doorRulesOf({}, locale);
  return {
    reasons,
    proof: { ...proof, isGalleryAllowed: true, signature: "must", relation: "must", recipientId: "must", pin: "must", isScanWanted: true },
  };
};
