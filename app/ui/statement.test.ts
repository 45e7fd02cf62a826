import { expect, test } from "vitest";
import { fixedCommission } from "~/domain/rate/commission";
import { statementOf, type StatementLine } from "~/domain/settlement/statement";
import { statementPage } from "./statement-print";
import { statementCsv } from "./statement-table";

const basis = {
  rule: fixedCommission(200),
  shippingMinor: 350,
  orderMinor: 2550,
  attempts: 1,
  at: { weekday: 1, minute: 600 },
  isDelivered: true,
};
const line = (change: Partial<StatementLine>): StatementLine => ({
  ...{ id: "a", day: "2026-11-23", kind: "earned", minor: 200, how: null, basis: null, reason: null, order: "#1001" },
  ...change,
});
const statement = statementOf({
  ...{ number: 3, shop: "Ñandú & Cía.", courier: "Luis <b>Vega</b>", currency: "USD", period: { from: "2026-11-17", until: "2026-11-23" } },
  opening: { owed: 100, cashInHand: 0 },
  lines: [
    line({ basis }),
    line({ id: "b", kind: "collected", minor: 2550, how: "cash" }),
    line({ id: "c", kind: "adjusted", minor: -50, reason: "=HYPERLINK()", order: null }),
  ],
});

test("the table has a line for each entry, with its rule in words, and nothing that a spreadsheet would run", () => {
  expect(statementCsv("es", "America/Guayaquil", statement).replaceAll("\u00a0", " ")).toBe(
    "\uFEFFDía,Qué,Pedido,Monto,Moneda,Por qué\r\n" +
      '2026-11-23,Comisión,#1001,2.00,USD,"$2,00 por entrega"\r\n' +
      "2026-11-23,Cobrado,#1001,25.50,USD,efectivo\r\n" +
      "2026-11-23,Ajuste,,-0.50,USD,'=HYPERLINK()\r\n",
  );
});

test("the print says what it adds up to, what was signed, and nothing of it as markup", () => {
  const printed = { state: "disputed", sha256: "ab".repeat(32), issuedAt: new Date("2026-11-23T20:00:00Z") } as const;
  const page = statementPage("en", "America/Guayaquil", statement, {
    ...printed,
    answeredAt: new Date("2026-11-23T21:00:00Z"),
    paidAt: null,
  });
  expect(page).toContain("Settlement 3 · Luis &lt;b&gt;Vega&lt;/b&gt;");
  expect(page).toContain("Ñandú &amp; Cía.");
  expect(page).toContain('<td>The shop owes them</td><td class="n">$2.50</td>');
  expect(page).toContain('<td>Cash they carry</td><td class="n">$25.50</td>');
  expect(page).toMatch(/Disputed by the courier: .*16:00/);
  expect(page).toContain(printed.sha256);
});
