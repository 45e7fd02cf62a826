import type { CountryPack, Signer } from "~/countries/pack";
import { invoicedPart } from "~/domain/document/gift-cards";
import { triggerFor } from "~/domain/document/trigger";
import { parseMinor } from "~/domain/money/money";
import type { SaleOrder } from "~/domain/order/order";
import { compareTaxes } from "~/domain/shadow-month/compare-taxes";
import { placeOf } from "~/domain/place/place";
import { outcomeUnder, type ShadowResult } from "~/domain/shadow-month/result";
import { categorise } from "~/domain/tax-category/categorise";
import { unconfirmedProducts } from "~/domain/tax-category/charged";
import { dateIn } from "~/domain/time/calendar";
import type { Shop, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { decideInvoice, type InvoiceDraft, type InvoiceFacts } from "~/workflows/document/decide-invoice";
import { locationOfOrder } from "~/workflows/document/location-of-order";
import { placeReadiness } from "~/workflows/document/signing-readiness";
import { taxSettingsFor } from "~/workflows/document/tax-settings";

type Looking = { s: ShopStore; shop: Shop; pack: CountryPack; signer: Signer; now: Date };

/**
 * What would have become of an order: decided as the issue decides it, on the day it was placed, built, and signed. Nothing is numbered,
 * kept, sent or written.
 */
export async function judgeOrder(looking: Looking, sale: SaleOrder): Promise<ShadowResult> {
  const { s, shop, pack } = looking;
  const facts: InvoiceFacts = {
    sale,
    fiscalData: (await s.orderByGid(sale.gid))?.fiscalData ?? null,
    paymentType: sale.paymentType,
    place: await placeReadiness(unopening(s), { documentType: "invoice", place: placeOf(await locationOfOrder(s, sale)), seriesId: null }),
    issueDate: { ok: true, value: dateIn(new Date(sale.placedAt), pack.timeZone) },
    taxes: await taxSettingsFor(s, shop, sale),
    paymentCodes: shop.paymentCodes,
    giftCards: shop.giftCards,
    share: null,
    guide: null,
    transport: null,
    sequence: null,
  };
  const decided = decideInvoice(pack, facts);
  if (decided.ok) sign(looking, decided.value);
  const { totalMinor } = invoicedPart(sale, shop.giftCards);
  const problem = decided.ok ? untriggered(shop, sale) : decided.problem;
  return {
    orderGid: sale.gid,
    name: sale.name,
    placedAt: new Date(sale.placedAt),
    outcome: outcomeUnder(problem?.code ?? null),
    code: problem?.code ?? null,
    params: problem?.params ?? {},
    currency: sale.currency,
    totalMinor,
    differenceMinor: decided.ok ? decided.value.input.totals.totalMinor - totalMinor : differenceIn(decided.problem, sale.currency),
    buyer: decided.ok ? kindOfBuyer(decided.value) : null,
    taxes: decided.ok ? compareTaxes(decided.value.input.totals.groups, sale) : [],
    gateways: uncodedGateways(shop, sale),
    products: productsToConfirm(looking, facts),
  };
}

/** A place that has no series yet gets none for being looked at. */
const unopening = (s: ShopStore): ShopStore => ({
  ...s,
  openSeries: (place) => Promise.resolve({ ...place, id: "unopened", firstNumber: 1, nextNumber: 1 }),
});

/** The bytes prove that certificate and document go together; they are thrown away. */
function sign({ pack, signer, now }: Looking, { input }: InvoiceDraft): void {
  const built = pack.build({ ...input, sequence: 1, randomCode: "00000000" });
  if (!built.ok) throw new Error(`what was decided can't be built: ${built.problem.code}`);
  pack.sign(built.value, signer, now.toISOString());
}

const untriggered = ({ invoiceTriggers }: Shop, { paymentType }: SaleOrder): Worded | null =>
  triggerFor(invoiceTriggers, paymentType) === null ? { code: "trigger_not_chosen", params: { payment: paymentType } } : null;

const kindOfBuyer = ({ input }: InvoiceDraft) => (input.buyer.idType === "final_consumer" ? "final_consumer" : "identified");

function differenceIn({ code, params }: Worded, currency: string): number | null {
  if (code !== "totals_differ") return null;
  return parseMinor(String(params?.document), currency) - parseMinor(String(params?.order), currency);
}

/** A gateway whose type of payment its name doesn't tell goes out as "others", unless the merchant chose a code. */
const uncodedGateways = ({ paymentCodes }: Shop, { paymentType, gateways }: SaleOrder): string[] =>
  paymentType === "other" ? [...new Set(gateways)].filter((gateway) => !Object.hasOwn(paymentCodes, gateway)) : [];

function productsToConfirm({ pack }: Looking, { sale, taxes, issueDate }: InvoiceFacts): ShadowResult["products"] {
  const lines = categorise(sale.lines, taxes);
  if (!lines.ok || !issueDate.ok) return [];
  return unconfirmedProducts(lines.value, new Set(pack.vatRates(issueDate.value).map(({ rateBasisPoints }) => rateBasisPoints)));
}
