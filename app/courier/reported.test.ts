import { expect, test } from "vitest";
import { reportedIn, reportedText } from "./reported";

test.each([true, false])("what the address says is read back; brought back: %s", (isReturn) => {
  expect(reportedIn(reportedText("d1", isReturn))).toEqual({ deliveryId: "d1", isReturn });
});

test("an older program named no delivery that was brought back", () => {
  expect(reportedIn("returned")).toEqual({ deliveryId: "", isReturn: true });
});
