import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { noMoney } from "~/testing/money";
import type { Day, Report, StopView } from "../protocol";
import { courierWords } from "../words";
import { ReportedNote } from "./reported-note";

const t = courierWords("es");
const stop = { deliveryId: "d1", orderName: "#1001", state: "delivered" } as StopView;
const report = (code: "applied" | "kept_given_to_another"): Report => ({
  ...{ id: "e1", deliveryId: "d1", outcome: { code }, photosReceived: 1, photosExpected: 1 },
});
const day = (reports: Report[], done: StopView[]): Day => ({
  ...{ serverAt: "", locale: "es", shop: { key: "k", name: "Tienda" }, courier: { id: "c", name: "Luis" }, orderedBy: "line" },
  ...{ pending: [], done, run: { loadable: 0, isIncomplete: false, runs: [] }, reports, money: noMoney(), others: [] },
});
const said = (told: Day, reported = "d1") => renderToStaticMarkup(<ReportedNote day={told} reported={reported} t={t} />);

test("what was reported by form is said as it was meant, or why it was kept aside", () => {
  expect(said(day([report("applied")], [stop]))).toContain("Entrega #1001 confirmada");
  expect(said(day([report("kept_given_to_another")], []))).toContain(t("outcome.kept_given_to_another"));
  expect(said(day([report("applied")], []), "returned.d1")).toContain(t("returned"));
  expect(said(day([report("applied")], [stop]), "returned.d1")).toContain(t("returned"));
  expect(said(day([report("kept_given_to_another")], []), "returned.d1")).toContain(t("outcome.kept_given_to_another"));
});
