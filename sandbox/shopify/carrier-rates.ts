import { z } from "zod";
import type { Faults } from "../faults.ts";
import { pause } from "../http.ts";
import type { Cents } from "./domain/cents.ts";
import type { Address, Line } from "./domain/order-state.ts";
import type { CarrierService } from "./domain/shipping-state.ts";
import type { Shop } from "./domain/state.ts";
import { hmacOf } from "./webhooks/sender.ts";

export interface Rate {
  title: string;
  description: string | null;
  code: string;
  price: Cents;
  source: string;
}
export interface RateRequest {
  address: Address;
  lines: Pick<Line, "title" | "sku" | "quantity" | "unitPrice" | "taxable" | "grams" | "vendor" | "productId" | "variantId">[];
  discount: Cents;
  email: string | null;
  locale: string;
  attributes?: { key: string; value: string }[];
}
export interface CarrierCall {
  at: string;
  shop: string;
  status: number | null;
  ms: number;
  rates: number;
  problem: string | null;
}
export interface CarrierRates {
  /** The offers of the shop's active carrier services, cheapest first; none when the app can't serve the address or doesn't answer well. */
  ask(shop: Shop, request: RateRequest): Promise<Rate[]>;
  calls(): CarrierCall[];
  reset(): void;
}

const TIMEOUT_MS = 10_000;
const CACHE_MS = 15 * 60_000;
const CALLS_KEPT = 100;

const responseSchema = z.object({
  rates: z.array(
    z.object({
      service_name: z.string().min(1),
      description: z.string().nullish(),
      service_code: z.string().min(1),
      total_price: z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(Number),
      currency: z.string().length(3),
    }),
  ),
});

/** `cache`: Shopify keeps identical answers for 15 minutes; off by default here, so that a demo sees its changes at once. */
export function createCarrierRates(options: { secret: string; now: () => Date; faults: Faults; cache?: boolean }): CarrierRates {
  const { now } = options;
  let calls: CarrierCall[] = [];
  const cached = new Map<string, { rates: Rate[]; until: number }>();

  async function askOne(shop: Shop, service: CarrierService, body: string): Promise<Rate[]> {
    const key = `${service.id} ${body}`;
    const hit = options.cache ? cached.get(key) : undefined;
    if (hit && hit.until > now().getTime()) return hit.rates;
    const started = now().getTime();
    const note = (call: Pick<CarrierCall, "status" | "rates" | "problem">) => {
      calls = [...calls, { at: now().toISOString(), shop: shop.domain, ms: now().getTime() - started, ...call }].slice(-CALLS_KEPT);
    };
    try {
      const answer = await call(service, body);
      if (!answer.ok) {
        note({ status: answer.status, rates: 0, problem: `HTTP ${answer.status}` });
        return [];
      }
      const rates = readRates(shop, service, await answer.json());
      note({ status: answer.status, rates: rates.length, problem: null });
      cached.set(key, { rates, until: now().getTime() + CACHE_MS });
      return rates;
    } catch (error) {
      // No answer, a late one or one that is no rate response: checkout goes on without this carrier, as on Shopify.
      note({ status: null, rates: 0, problem: error instanceof Error ? error.message : String(error) });
      return [];
    }
  }

  async function call(service: CarrierService, body: string): Promise<Response> {
    const fault = options.faults.take("shopify-carrier");
    if (fault?.kind === "down") throw new Error("the sandbox's fault: down");
    if (fault?.kind === "slow") await pause(fault.ms ?? 1000);
    return fetch(service.callbackUrl, {
      method: "POST",
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "x-shopify-hmac-sha256": hmacOf(body, options.secret),
        "user-agent": "Ruby",
      },
    });
  }

  return {
    async ask(shop, request) {
      const body = JSON.stringify({ rate: rateBody(shop, request) });
      const offers = await Promise.all(shop.carrierServices.filter((one) => one.active).map((service) => askOne(shop, service, body)));
      return offers.flat().sort((a, b) => a.price - b.price);
    },
    calls: () => calls,
    reset() {
      calls = [];
      cached.clear();
    },
  };
}

function readRates(shop: Shop, service: CarrierService, answer: unknown): Rate[] {
  return responseSchema.parse(answer).rates.map((rate) => {
    if (rate.currency !== shop.currency)
      throw new Error(`rate ${rate.service_code} is in ${rate.currency}, the shop sells in ${shop.currency}`);
    return {
      title: rate.service_name,
      description: rate.description ?? null,
      code: rate.service_code,
      price: rate.total_price,
      source: service.name,
    };
  });
}

function rateBody(shop: Shop, request: RateRequest): Record<string, unknown> {
  const subtotal = request.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return {
    origin: { ...place(shop.address), company_name: shop.name },
    destination: { ...place(request.address), email: request.email },
    items: request.lines.map((line) => ({
      name: line.title,
      sku: line.sku ?? "",
      quantity: line.quantity,
      grams: line.grams,
      price: line.unitPrice,
      vendor: line.vendor,
      requires_shipping: true,
      taxable: line.taxable,
      fulfillment_service: "manual",
      properties: null,
      product_id: line.productId,
      variant_id: line.variantId,
    })),
    currency: shop.currency,
    locale: request.locale,
    order_totals: {
      subtotal_price: String(subtotal),
      total_price: String(subtotal - request.discount),
      discount_amount: String(request.discount),
    },
    customer: null,
  };
}

// `province` is a province code, of which Ecuador has none.
const place = (address: Address) => ({
  country: address.countryCode,
  postal_code: address.zip,
  province: null,
  city: address.city,
  name: [address.firstName, address.lastName].filter(Boolean).join(" ") || null,
  address1: address.address1,
  address2: address.address2,
  address3: null,
  phone: address.phone,
  fax: null,
  email: null,
  address_type: null,
  company_name: address.company,
});
