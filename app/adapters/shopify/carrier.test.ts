import { expect, test } from "vitest";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import { registerCarrier } from "./carrier";
import type { Run } from "./read-on";

const URL = "https://app.example/api/carrier-rates/x";
const none = { carrierServices: { nodes: [] } };

/** Answers by operation; an Error is thrown. */
function answering(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const run: Run = <T>(name: string) => {
    asked.push(name);
    const answer = answers[name];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as T);
  };
  return { run, asked };
}

test("our own service is updated, under whatever name or id it is known; else one is made", async () => {
  for (const node of [
    { id: "c1", name: "BIMCommerce" },
    { id: "c1", name: "Renamed" },
  ]) {
    const { run, asked } = answering({ CarrierServices: { carrierServices: { nodes: [{ id: "c0", name: "Other" }, node] } } });
    expect([await registerCarrier(run, URL, "c1"), asked]).toEqual([{ gid: "c1" }, ["CarrierServices", "UpdateCarrierService"]]);
  }
  const made = answering({ CarrierServices: none, CreateCarrierService: { carrierServiceCreate: { carrierService: { id: "c2" } } } });
  expect(await registerCarrier(made.run, URL, null)).toEqual({ gid: "c2" });
});

const refused = (reason: string) => new PermanentFailure("shopify_refused", { operation: "CreateCarrierService", reason });
const denied = Object.assign(new Error("GraphQL query returned errors"), {
  body: { errors: { graphQLErrors: [{ message: "Access denied for carrierServices field.", extensions: { code: "ACCESS_DENIED" } }] } },
});

test.each<[Error, string, string?]>([
  [refused("Carrier Calculated Shipping must be enabled for your store to create or update carrier services."), "not_on_plan"],
  [refused("Callback url is invalid"), "bad_callback"],
  [refused("BIMCommerce is already configured"), "refused"],
  [denied, "no_scope", "Access denied for carrierServices field."],
  [new Error("Access denied for carrierServiceCreate field. Required access: `write_shipping` access scope."), "no_scope"],
])("%s is the state %s, with Shopify's own words", async (error, state, words) => {
  const reason = words ?? (error instanceof PermanentFailure ? error.params.reason : error.message);
  const { run } = answering({ CarrierServices: none, CreateCarrierService: error });
  expect(await registerCarrier(run, URL, null)).toEqual({ state, reason });
});

test("what passes, or is a bug, is no refusal", async () => {
  for (const error of [new TransientFailure("Shopify is away"), new PermanentFailure("shop_uninstalled"), new TypeError("bug")])
    await expect(registerCarrier(answering({ CarrierServices: error }).run, URL, null)).rejects.toBe(error);
});
