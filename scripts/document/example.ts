import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OPERATIONS } from "../../app/adapters/shopify/operations.ts";
import { makeTestP12 } from "../../app/testing/certificates.ts";
import { anIssuer } from "../../app/testing/ecuador.ts";
import { openBox } from "../../sandbox/shopify/testing/box.ts";
import { sampleOrder } from "../story/sample-orders.ts";

const PASSWORD = "example";

/** Files to start from: an order as the sandbox's Shopify answers, an issuer, and a certificate of its own that nobody trusts. */
export async function writeExample(folder: string): Promise<void> {
  const { id: _id, ...issuer } = anIssuer();
  const p12 = await makeTestP12({ commonName: issuer.legalName, taxId: issuer.taxId, password: PASSWORD });
  const series = { establishment: "001", emissionPoint: "001", number: 1 };
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(path.join(folder, name), content, { mode: 0o600 });
  write("order.json", `${JSON.stringify(await anAnswer(), null, 2)}\n`);
  write("issuer.json", `${JSON.stringify({ issuer, series }, null, 2)}\n`);
  write("example.p12", p12);
  write("password.txt", PASSWORD);
}

async function anAnswer(): Promise<object> {
  const box = await openBox();
  try {
    const placed = await box.post<{ id: string }>("/sandbox/orders", sampleOrder(1));
    const { data } = await box.graphql(OPERATIONS.Order, { id: placed.body.id });
    return { data };
  } finally {
    await box.close();
  }
}
