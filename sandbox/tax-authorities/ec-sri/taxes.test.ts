import { expect, test } from "vitest";
import { differences } from "./amounts";
import { withXml } from "./xml";

type Row = [code: string, percentage: string, rate: string, base: string, amount: string];
const impuesto = ([code, percentage, rate, base, amount]: Row): string =>
  `<impuesto><codigo>${code}</codigo><codigoPorcentaje>${percentage}</codigoPorcentaje><tarifa>${rate}</tarifa>` +
  `<baseImponible>${base}</baseImponible><valor>${amount}</valor></impuesto>`;

/** One line of 10.00 with these taxes; the head says the same, unless told otherwise. */
function faultsOf({ taxes, total, groups = taxes }: { taxes: Row[]; total: string; groups?: Row[] }): string[] {
  const head = groups.map((row) => impuesto(row).replaceAll("impuesto>", "totalImpuesto>")).join("");
  const xml =
    `<factura><infoTributaria/><infoFactura><totalSinImpuestos>10.00</totalSinImpuestos><totalConImpuestos>${head}</totalConImpuestos>` +
    `<importeTotal>${total}</importeTotal><pagos><pago><total>${total}</total></pago></pagos></infoFactura><detalles><detalle>` +
    `<cantidad>4</cantidad><precioUnitario>2.50</precioUnitario><descuento>0.00</descuento><precioTotalSinImpuesto>10.00</precioTotalSinImpuesto>` +
    `<impuestos>${taxes.map(impuesto).join("")}</impuestos></detalle></detalles></factura>`;
  return withXml(Buffer.from(xml), (root) => differences(root).map(({ informacionAdicional }) => informacionAdicional));
}

test.each([
  ["0", "0", "0.00", "10.00"],
  ["2", "12.00", "1.20", "11.20"],
  ["3", "14.00", "1.40", "11.40"],
  ["4", "15.00", "1.50", "11.50"],
  ["5", "5.00", "0.50", "10.50"],
  ["6", "0", "0.00", "10.00"],
  ["7", "0", "0.00", "10.00"],
  ["8", "8.00", "0.80", "10.80"],
  ["10", "13.00", "1.30", "11.30"],
])("IVA %s is known, at %s %%, and at no other rate", (percentage, rate, amount, total) => {
  expect(faultsOf({ taxes: [["2", percentage, rate, "10.00", amount]], total })).toEqual([]);
  const other: Row = ["2", percentage, "9.00", "10.00", "0.90"];
  expect(faultsOf({ taxes: [other], total: "10.90" }).length).toBe(percentage === "8" ? 0 : 2);
});

test("an IVA code that nobody knows is refused", () => {
  expect(faultsOf({ taxes: [["2", "9", "9.00", "10.00", "0.90"]], total: "10.90" })).toContain(
    "detalle 1 valor del impuesto 2-9: el IVA no tiene el código de porcentaje 9",
  );
});

const ICE: Row = ["3", "3072", "5.00", "10.00", "0.50"];
const BOTTLES: Row = ["5", "5001", "0.02", "4.00", "0.08"];

test("IVA is taken on the price and its ICE, not on what bottles cost", () => {
  expect(faultsOf({ taxes: [ICE, ["2", "4", "15", "10.50", "1.58"], BOTTLES], total: "12.16" })).toEqual([]);
  expect(faultsOf({ taxes: [ICE, ["2", "4", "15", "10.00", "1.50"], BOTTLES], total: "12.08" })).toEqual([
    "detalle 1 baseImponible del IVA: dice 10.00, se calcula 10.50",
  ]);
  expect(faultsOf({ taxes: [ICE, ["2", "4", "15", "10.58", "1.59"], BOTTLES], total: "12.17" })).toEqual([
    "detalle 1 baseImponible del IVA: dice 10.58, se calcula 10.50",
  ]);
});

test("the ICE is its base times its rate; bottles cost a whole number of times their rate, the same in lines and head", () => {
  expect(faultsOf({ taxes: [["3", "3072", "5.00", "10.00", "0.53"]], total: "10.53" })).toContain(
    "detalle 1 valor del impuesto 3-3072: dice 0.53, se calcula 0.50",
  );
  expect(faultsOf({ taxes: [["5", "5001", "0.02", "4.00", "0.07"]], total: "10.07" })).toContain(
    "detalle 1 valor del impuesto 5-5001: no es un múltiplo de la tarifa 0.02",
  );
  expect(faultsOf({ taxes: [BOTTLES], groups: [["5", "5001", "0.02", "4.00", "0.10"]], total: "10.10" })).toEqual([
    "totalImpuesto 5-5001 valor: dice 0.10, se calcula 0.08",
  ]);
});
