import { expect, test } from "vitest";
import { noMoney } from "~/testing/money";
import type { StopView } from "../protocol";
import { spotsOf } from "./spots";

const QUITO = { latitude: -0.18, longitude: -78.48 };
const stop = (deliveryId: string, where: Partial<StopView>): StopView =>
  ({ deliveryId, orderName: `#${deliveryId}`, ...where }) as StopView;
const there = (longitude: number, metres = 30) => ({ known: { ...QUITO, longitude, metres } });
const spots = (pending: StopView[], done: StopView[] = []) => spotsOf({ pending, done, money: noMoney() }, null);
const told = ({ spots: all }: ReturnType<typeof spots>) => all.map(({ stops }) => stops.map(({ number }) => number));

test("each stop stands where its address is known to be, else where the order says", () => {
  const { spots: all, line } = spots([stop("1", there(-78.5)), stop("2", { position: QUITO })]);
  expect(all.map(({ longitude, metres }) => [longitude, metres])).toEqual([
    [-78.5, 30],
    [-78.48, 200],
  ]);
  expect(line.map(({ longitude }) => longitude)).toEqual([-78.5, -78.48]);
});

test("doors of one house share a marker, and what is done there has its own", () => {
  const all = spots([stop("1", there(-78.5)), stop("2", there(-78.4)), stop("3", there(-78.5000001))], [stop("0", there(-78.5))]);
  expect(told(all)).toEqual([[1, 3], [2], [null]]);
  expect(new Set(all.spots.map(({ key }) => key)).size).toBe(3);
});

test("what nobody can place keeps its number and is told apart; what is wanted another day is no part of the tour", () => {
  const later = stop("3", { ...there(-78.3), reattemptOn: "2999-01-01" });
  const { unplaced, spots: all, line } = spots([stop("1", { known: null, position: null }), stop("2", there(-78.5)), later]);
  expect(unplaced.map(({ number, card }) => [number, card.deliveryId])).toEqual([[1, "1"]]);
  expect([all.length, line.length]).toEqual([1, 1]);
});
