import { expect, test } from "vitest";
import { aConfirm } from "~/testing/phone-events";
import { batchIn } from "./batch";
import { readCourierForm } from "./form.server";
import { fieldOf, refusedIn, valueOf } from "./refused-fields";

const PHONE = "0192f1aa-0000-7000-8000-000000000001";
const form = (fields: Record<string, string>) => (name: string) => fields[name] ?? "";

test("a form says which units of which lines were not taken, and why", () => {
  const line = "gid://shopify/LineItem/7";
  expect(refusedIn(form({ "refused-0": "", "refused-1": `2 ${line}`, refusedReason: "damaged" }))).toEqual([
    { lineId: line, quantity: 2, reason: "damaged" },
  ]);
  expect(refusedIn(form({ "refused-0": `1 ${line}`, refusedReason: "bored" }))).toEqual([{ lineId: line, quantity: 1, reason: "other" }]);
  expect(refusedIn(form({ "refused-0": "0 a", "refused-1": "-1 a", "refused-2": "x", "refused-3": "1.5 a" }))).toEqual([]);
});

test("an order of sixty lines is spoken of to its last, by form and by phone", async () => {
  const said = Array.from({ length: 60 }, (_, at) => ({ lineId: `gid://shopify/LineItem/${at}`, quantity: 1, reason: "not_wanted" }));
  const fields = Object.fromEntries(said.map(({ lineId }, at) => [fieldOf(at), valueOf(1, lineId)]));
  const data = new FormData();
  for (const [name, value] of Object.entries({ intent: "confirm", ...fields, refusedReason: "not_wanted" })) data.set(name, value);
  const read = await readCourierForm(new Request("http://app/x", { method: "POST", body: data }));
  expect(read.ok && refusedIn(read.form.field)).toEqual(said);
  expect(batchIn({ phoneId: PHONE, events: [{ ...aConfirm(), refused: said }], dropped: [] })!.events).toMatchObject([{ refused: said }]);
});

test("an event of before, and one whose refused units can't be read, are taken all the same", () => {
  const read = (refused: unknown) => batchIn({ phoneId: PHONE, events: [{ ...aConfirm(), refused }], dropped: [] })!;
  const good = { lineId: "a", quantity: 1, reason: "damaged" };
  expect(batchIn({ phoneId: PHONE, events: [aConfirm()], dropped: [] })!.events).toEqual([aConfirm()]);
  expect(read([good, { lineId: "b", quantity: -1 }, "c"]).events).toEqual([{ ...aConfirm(), refused: [good] }]);
  expect(read("everything")).toMatchObject({ events: [aConfirm()], refused: [] });
});
