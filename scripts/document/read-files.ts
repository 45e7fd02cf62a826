import { readFileSync } from "node:fs";
import { z } from "zod";
import type { OrderNode } from "../../app/adapters/shopify/order-node.ts";
import { OPERATIONS } from "../../app/adapters/shopify/operations.ts";
import { NO_RETURNS } from "../../app/adapters/shopify/read-returns.ts";
import { toSaleOrder } from "../../app/adapters/shopify/to-sale-order.ts";
import type { Issuer } from "../../app/domain/document/document.ts";
import type { SaleOrder } from "../../app/domain/order/order.ts";
import { Explained } from "../progress.mjs";
import { answerFaults } from "./check-answer.ts";

const MOST_FAULTS = 12;

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Explained(`${file} can't be read: ${(error as Error).message}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readBytes(file).toString("utf8"));
  } catch (error) {
    if (error instanceof Explained) throw error;
    throw new Explained(`${file} is no JSON: ${(error as Error).message}`);
  }
}

const refuse = (file: string, what: string, faults: string[]): Explained => {
  const more = faults.length > MOST_FAULTS ? [`… ${faults.length - MOST_FAULTS} more`] : [];
  return new Explained(`${file} ${what}:\n${[...faults.slice(0, MOST_FAULTS), ...more].map((fault) => `  ${fault}`).join("\n")}`);
};

/** The order of an answer to our query Order: the whole answer, its data or the order alone. Throws Explained with every fault's path. */
export function readOrder(file: string): SaleOrder {
  const json = readJson(file) as { data?: { order?: unknown }; order?: unknown } | null;
  const order = json?.data?.order ?? json?.order ?? json;
  const faults = answerFaults(OPERATIONS.Order, { order });
  if (faults.length > 0) throw refuse(file, "is no answer to the query Order (app/adapters/shopify/operations.ts)", faults);
  const node: OrderNode = { returns: NO_RETURNS, ...(order as Omit<OrderNode, "returns">) };
  if (node.lineItems.pageInfo.hasNextPage)
    throw new Explained(`${file} has only the order's first lines: put the other pages' nodes into it.`);
  try {
    return toSaleOrder(node);
  } catch (error) {
    if (error instanceof RangeError) throw refuse(file, "holds an amount that is none", [error.message]);
    throw error;
  }
}

const text = z.string().trim();
const optional = text.min(1).nullable().default(null);

/** Forms only: whether the authority takes what is in them, the country's rules say. */
const issuerFile = z.strictObject({
  issuer: z.looseObject({
    country: text.default("EC"),
    taxId: text,
    legalName: text,
    tradeName: optional,
    mainAddress: text,
    establishmentAddress: optional,
    keepsAccounts: z.boolean().default(false),
    specialTaxpayer: optional,
    withholdingAgent: optional,
    rimpe: z.enum(["none", "rimpe", "negocio_popular"]).default("none"),
    environment: z.enum(["test", "production"]).default("test"),
  }),
  series: z.strictObject({ establishment: text, emissionPoint: text, number: z.int().min(1).max(999_999_999).default(1) }),
});

export type IssuerFile = { issuer: Issuer; series: z.infer<typeof issuerFile>["series"] };

/** The taxpayer and the series a document would be numbered in. Throws Explained with every fault's path. */
export function readIssuer(file: string): IssuerFile {
  const parsed = issuerFile.safeParse(readJson(file));
  if (parsed.success) return { series: parsed.data.series, issuer: { ...parsed.data.issuer, id: "issuer" } };
  throw refuse(
    file,
    "is no issuer",
    parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`),
  );
}
