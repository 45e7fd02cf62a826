import type { ReactElement } from "react";
import { doorOf, doorRulesOf } from "~/courier/door-rules";
import { ListPage } from "~/courier/pages/list-page";
import { MapPage } from "~/courier/pages/map-page";
import { MoneyPage } from "~/courier/pages/money-page";
import { Opening } from "~/courier/pages/opening";
import { RefusalPage } from "~/courier/pages/refusal-page";
import { StopPage, type FormState } from "~/courier/pages/stop-page";
import { PhoneContext, ShutContext, type Phone } from "~/courier/phone-port";
import type { Day } from "~/courier/protocol";
import type { Locale } from "~/i18n/locale";
import { longDay, ordinaryDay } from "./day";
import { aPhone, troubledPhone } from "./phone";

const tried: FormState = {
  confirmId: "a",
  failId: "b",
  returnId: "c",
  tried: { problem: { code: "photo_unreadable", why: "heic" }, receivedBy: "", intent: "fail", typed: {} },
};

const list = (locale: Locale, phone: Phone | null, change: Partial<Day> = {}, reported: string | null = null) => (
  <PhoneContext.Provider value={phone}>
    <ListPage day={{ ...longDay(locale), ...change }} reported={reported} problem={null} />
  </PhoneContext.Provider>
);

type Shown = { form?: FormState; reported?: string; alone?: boolean };

/** `alone`: what was its other half is done. */
function stop(locale: Locale, deliveryId: string, phone: Phone | null, { form, reported, alone }: Shown = {}): ReactElement {
  const day = longDay(locale);
  const found = [...day.pending, ...day.done].find((one) => one.deliveryId === deliveryId)!;
  const door = deliveryId === "back" ? doorRulesOf({}, locale) : doorOf(day);
  return (
    <PhoneContext.Provider value={phone}>
      <StopPage
        {...{ locale, door, form: form ?? null, reported: reported ?? null }}
        list="/courier/k"
        stop={alone ? { ...found, exchange: null } : found}
      />
    </PhoneContext.Provider>
  );
}

const NOTHING_TO_DO: Partial<Day> = { pending: [], done: [], others: [], shift: null, run: { loadable: 0, isIncomplete: false, runs: [] } };
const many = (locale: Locale) => {
  const [one] = longDay(locale).pending;
  return Array.from({ length: 300 }, (_, at) => ({ ...one!, deliveryId: `d${at}`, orderName: `#${1001 + at}` }));
};
const money = (locale: Locale, phone: Phone | null, day = longDay(locale)) => (
  <PhoneContext.Provider value={phone}>
    <MoneyPage day={day} newId="n" problem={{ code: "amount_invalid" }} />
  </PhoneContext.Provider>
);
const map = (locale: Locale, phone: Phone | null) => (
  <PhoneContext.Provider value={phone}>
    <MapPage day={longDay(locale)} />
  </PhoneContext.Provider>
);
const PIN = { timeZone: "America/Guayaquil", triesLeft: 3, lockedUntil: null };

/** Every page of the courier, in the states that it can be in. */
export const SCENES: Record<string, (locale: Locale) => ReactElement> = {
  list: (locale) => list(locale, troubledPhone(), {}, "out"),
  "list-quiet": (locale) => list(locale, aPhone(), { shift: { ...longDay(locale).shift!, state: "paused" } }, "done-1"),
  "list-ended": (locale) => list(locale, aPhone({ sync: { state: "needs_link", unsent: 3 } }), { shift: null, orderedBy: "road" }),
  "list-loading": (locale) => list(locale, aPhone({ scanned: () => [1] })),
  "list-ordinary": (locale) => list(locale, aPhone(), ordinaryDay(locale)),
  "list-before-shift": (locale) =>
    list(locale, aPhone(), { ...ordinaryDay(locale), shift: null, run: { loadable: 2, isIncomplete: false, runs: [] } }),
  "list-300": (locale) => list(locale, aPhone(), { pending: many(locale) }),
  "list-empty": (locale) => list(locale, aPhone(), NOTHING_TO_DO),
  "list-without-script": (locale) => list(locale, null),
  "stop-confirm": (locale) => stop(locale, "out", troubledPhone()),
  "stop-without-script": (locale) => stop(locale, "out", null, { form: tried }),
  "stop-to-fetch": (locale) => stop(locale, "fetch", aPhone()),
  "stop-to-start": (locale) => stop(locale, "start", aPhone()),
  "stop-again": (locale) => stop(locale, "again", aPhone({ navigation: "waze" })),
  "stop-refunded": (locale) => stop(locale, "back", aPhone()),
  "stop-bring-back": (locale) => stop(locale, "rest", aPhone()),
  "stop-return": (locale) => stop(locale, "return", aPhone()),
  "stop-exchange": (locale) => stop(locale, "exchange", aPhone()),
  "stop-exchange-to-pay": (locale) => stop(locale, "exchange-out", aPhone()),
  "stop-exchange-to-pay-without-script": (locale) => stop(locale, "exchange-out", null),
  "stop-exchange-handed-over": (locale) => stop(locale, "exchange", aPhone(), { reported: "exchange-out", alone: true }),
  "stop-return-to-start": (locale) => stop(locale, "return-start", aPhone()),
  "stop-return-without-script": (locale) => stop(locale, "return", null),
  "stop-return-to-shop": (locale) => stop(locale, "return-rest", aPhone()),
  "stop-done": (locale) => stop(locale, "done-1", aPhone()),
  map: (locale) => map(locale, aPhone()),
  "map-without-script": (locale) => map(locale, null),
  money: (locale) => money(locale, aPhone()),
  "money-empty": (locale) =>
    money(locale, null, {
      ...longDay(locale),
      reports: [],
      money: { ...longDay(locale).money, lines: [], handOvers: [], settlements: [] },
    }),
  opening: (locale) => <Opening locale={locale} sync="sending" isRead={false} />,
  shut: (locale) => <Opening locale={locale} sync="idle" isRead={false} isShut />,
  "list-shut": (locale) => <ShutContext.Provider value>{list(locale, null)}</ShutContext.Provider>,
  "no-session": (locale) => <Opening locale={locale} sync="needs_link" isRead />,
  pin: (locale) => <RefusalPage {...{ locale, refusal: "pin", pin: PIN, token: "k" }} />,
  "pin-locked": (locale) => (
    <RefusalPage {...{ locale, refusal: "pin", pin: { ...PIN, lockedUntil: "2026-11-23T15:00:00Z" }, token: "k" }} />
  ),
  gone: (locale) => <RefusalPage {...{ locale, refusal: "gone", token: "k" }} />,
  "stop-gone": (locale) => <RefusalPage {...{ locale, refusal: "stop_gone", token: "k" }} />,
  broken: (locale) => <RefusalPage {...{ locale, refusal: "broken", token: "k" }} />,
};
