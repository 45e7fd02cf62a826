import { expect, test } from "vitest";
import { nativeName } from "~/domain/native-rate/native-rates";
import { plainZone } from "./plain-zone";
import { chosenService, serviceCode } from "./price-order";

const [standard] = plainZone({ places: ["Norte"], rateMinor: 350, commissionMinor: 200 }).services;
const express = { ...standard!, code: "express", name: "Express" };
const zone = { id: "z", name: "Norte", services: [standard!, express] };
const bought = (line: { code: string | null; title: string }) => chosenService(zone, { shippingLines: [{ ...line } as never] })?.code;

test.each([
  ["by its code", { code: serviceCode("z", express), title: "Whatever" }, "express"],
  ["by the name of a rate of the shop's own", { code: null, title: nativeName("Norte", express, "es") }, "express"],
  [
    "by that name with the number of a second zone of one name",
    { code: null, title: `${nativeName("Norte", express, "es")} (2)` },
    "express",
  ],
  ["as the zone's first where the order names none of it", { code: null, title: "Correos" }, standard!.code],
])("the service that a buyer chose is known %s", (_how, line, code) => {
  expect(bought(line)).toBe(code);
});
