import { expect, test } from "vitest";
import type { DocumentLine } from "~/domain/document/document";
import type { Refund } from "~/domain/order/refund";
import { aSaleLine } from "~/testing/sales";
import { invoicedRefund } from "./invoiced-refund";

const line = (lineId: string) => ({ lineId, quantity: 1, netMinor: 1000, taxMinor: 0 });
const refund = { lines: [line("coffee"), line("card")] } as unknown as Refund;
const sale = { lines: [aSaleLine({ id: "coffee" })], removedLines: [aSaleLine({ id: "card", isGiftCard: true, quantity: 0 })] };
const bearing = (...ids: string[]) => ({ lines: ids.map((id) => ({ ref: { kind: "line", id } }) as DocumentLine) });
const refunded = (...ids: string[]) => invoicedRefund(refund, sale, bearing(...ids)).lines.map(({ lineId }) => lineId);

test("a gift card that the invoice left off is not credited; one that it bears is, and what else is missing is not hidden", () => {
  expect(refunded("coffee")).toEqual(["coffee"]);
  expect(refunded("coffee", "card")).toEqual(["coffee", "card"]);
  expect(refunded("card")).toEqual(["coffee", "card"]);
});
