import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { doorRulesOf } from "../door-rules";
import type { StopView } from "../protocol";
import { courierWords } from "../words";
import { StopPage } from "./stop-page";

const t = courierWords("es");
const goods = [{ title: "Taza", quantity: 1 }];
const half = (change: Partial<StopView>) =>
  ({
    ...{
      deliveryId: "new",
      orderName: "#1001",
      state: "out_for_delivery",
      buyer: "Ana P.",
      addressLines: [],
      units: 1,
      goods,
      place: null,
    },
    ...{ collect: null, due: null, payment: "paid", cover: null, hindrance: null, fetchFrom: null, phone: null, exchange: null, ...change },
  }) as StopView;
const page = (stop: StopView, reported: string | null = null) =>
  renderToStaticMarkup(<StopPage {...{ locale: "es", stop, reported, form: null }} list="/courier/k" door={doorRulesOf({}, "es")} />);
const old = { deliveryId: "old", goods };

test("of an exchange the courier asks for the old goods first, and a confirmation leads to them", () => {
  const html = page(half({ exchange: old }));
  expect(html).toContain(t("exchange.take", { goods: "1 × Taza" }));
  expect(html).toContain(t("exchange.askFirst"));
  expect(html).toContain('name="next" value="old"');
  expect(page(half({}))).not.toContain('name="next"');
});

test("setting out is for both halves, where the other may be started", () => {
  const waiting = (isToStart: boolean) => page(half({ state: "assigned", exchange: { ...old, isToStart } }));
  expect(waiting(true)).toContain('name="also" value="old"');
  expect(waiting(false)).not.toContain('name="also"');
});

test("once the one half is told, the page of the other says what comes now, and what if it is not there", () => {
  const fetching = half({ deliveryId: "old", isReturn: true });
  const html = page(fetching, "new");
  expect(html).toContain(t("exchange.nowTake"));
  expect(html).toContain(t("exchange.notThere"));
  expect(html).toContain(t("reason.not_there"));
  expect(page(half({}), "old")).toContain(t("exchange.nowHand"));
  expect(page(half({}))).not.toContain(t("reason.not_there"));
  expect(page(fetching)).not.toContain(t("exchange.nowTake"));
});
