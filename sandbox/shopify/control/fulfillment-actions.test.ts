import { afterEach, expect, test } from "vitest";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

interface View {
  fulfillmentStatus: string;
  fulfillmentOrders: { status: string; method: string; location: string; lines: { total: number; remaining: number }[] }[];
  fulfillments: { status: string; displayStatus: string; tracking: { company: string }[]; lines: { quantity: number }[] }[];
}
const act = (action: string, body: unknown = {}) => box.post<View>(`/sandbox/orders/1001/${action}`, body);
const coffee = { title: "Café", sku: "C-1", quantity: 2, price: "10.00" };
const tea = { title: "Té", sku: "T-1", quantity: 1, price: "5.00" };
const unitsOf = ({ fulfillmentOrders }: View) =>
  fulfillmentOrders.map(({ lines }) => lines.map(({ total, remaining }) => [total, remaining]));

async function placed(lines: object[] = [coffee, tea]) {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ lines }));
}

test("a merchant sends a part with a carrier, whose reports show, and takes it back", async () => {
  await placed();
  const { body } = await act("fulfill", { lines: [{ line: "C-1", quantity: 1 }], company: "Servientrega", number: "1Z" });
  expect(body.fulfillments).toMatchObject([{ status: "SUCCESS", tracking: [{ company: "Servientrega" }], lines: [{ quantity: 1 }] }]);
  expect([body.fulfillmentOrders[0]?.status, unitsOf(body)]).toEqual([
    "IN_PROGRESS",
    [
      [
        [2, 1],
        [1, 1],
      ],
    ],
  ]);
  expect((await act("event", { status: "DELIVERED" })).body.fulfillments[0]?.displayStatus).toBe("DELIVERED");
  const back = (await act("unfulfill")).body;
  expect([back.fulfillments[0]?.status, back.fulfillmentOrders[0]?.status]).toEqual(["CANCELLED", "OPEN"]);
});

test("moved whole it is the same fulfilment order at another place, a part of it becomes one of its own", async () => {
  await placed();
  const { body: whole } = await act("move", { to: 1 });
  const [there] = whole.fulfillmentOrders;
  const { body: part } = await act("move", { to: 0, lines: [{ line: "C-1", quantity: 1 }] });
  expect(unitsOf(part)).toEqual([
    [
      [1, 1],
      [1, 1],
    ],
    [[1, 1]],
  ]);
  expect(part.fulfillmentOrders.map(({ location }) => location === there?.location)).toEqual([true, false]);
});

test("what Shopify refuses is refused: the same place, what was sent, more than there is, a shipment that is none", async () => {
  await placed();
  const refused = [
    await act("move", { to: 0 }),
    await act("fulfill", { lines: [{ line: "C-1", quantity: 3 }] }),
    await act("event", { status: "DELIVERED" }),
    await act("fulfill", { from: 4 }),
  ];
  await act("fulfill");
  expect([...refused, await act("move", { to: 1 })].map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
});

test("what is fetched at the shop needs no address; what is brought does", async () => {
  box = await openBox();
  const fetched = anOrder({ lines: [{ ...tea, delivery: "pick_up" }], shippingAddress: undefined });
  expect((await box.post("/sandbox/orders", fetched)).status).toBe(200);
  expect((await box.post("/sandbox/orders", anOrder({ lines: [tea], shippingAddress: undefined }))).status).toBe(422);
});
