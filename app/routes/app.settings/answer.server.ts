import { z } from "zod";
import { commands, queries } from "~/composition.server";
import { PAYMENT_TYPES } from "~/domain/order/order";
import { DOCUMENT_TYPES } from "~/domain/document/document";
import { GIFT_CARD_RULES } from "~/domain/document/gift-cards";
import { INVOICE_PER } from "~/domain/document/invoice-per";
import { GUIDE_SETTINGS } from "~/domain/dispatch/guide-setting";
import { DEFAULT_PROOF } from "~/domain/proof/rules";
import { TRIGGERS } from "~/domain/document/trigger";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { checked, whole } from "~/ui/form/parts";
import { assignmentForm, isWithoutHours, rulesFrom } from "./assignment-form";
import { issuerForm, seriesForm } from "./issuer-form";
import { mapsForm } from "./maps-form";
import { proofIn } from "./proof-form";

type Whose = { shop: Parameters<typeof queries.settingsPage>[0]["shop"]; actor: string };

/** Real files have up to 15 kB. */
const LARGEST_CERTIFICATE = 200_000;

/** What a person may set. An unknown intent is not ours: 400. */
export function answer(form: FormData, whose: Whose): Promise<Answer> {
  switch (form.get("intent")) {
    case "issuer":
      return saveIssuer(form, whose);
    case "certificate":
      return uploadCertificate(form, whose);
    case "triggers":
      return chooseTriggers(form, whose);
    case "guides":
      return chooseGuides(form, whose);
    case "invoicing":
      return chooseInvoicing(form, whose);
    case "assignment":
      return chooseAssignment(form, whose);
    case "proof":
      return chooseProof(form, whose);
    case "shipping":
      return chooseShipping(form, whose);
    case "native-rates":
      return chooseNativeRates(form, whose);
    case "native-repair":
      return answerOf(() => commands.repairNativeRates({ shopId: whose.shop.id, actor: whose.actor }));
    case "carrier-again":
      return answerOf(() => commands.retryCarrierService({ shopId: whose.shop.id, actor: whose.actor }));
    case "series":
      return addSeries(form, whose);
    case "series-start":
      return startSeries(form, whose);
    case "default-series":
      return answerOf(() => commands.makeSeriesDefault({ shopId: whose.shop.id, actor: whose.actor, seriesId: seriesIdOf(form) }));
    case "maps":
      return saveMaps(form, whose);
    case "payment-codes":
      return savePaymentCodes(form, whose);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function saveIssuer(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const { series } = await queries.settingsPage({ shop });
  const issuer = readForm(issuerForm, form);
  const numbering = series?.isUsed ? { ok: true as const, value: null } : readForm(seriesForm, form);
  if (!issuer.ok || !numbering.ok) return { errors: { ...(numbering.ok ? {} : numbering.errors), ...(issuer.ok ? {} : issuer.errors) } };
  const given = { ...issuer.value, country: "EC", environment: "test" as const };
  return answerOf(() => commands.saveIssuer({ shopId: shop.id, actor, issuer: given, series: numbering.value }));
}

async function uploadCertificate(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const file = form.get("p12");
  if (!(file instanceof File) || file.size === 0) return { errors: { p12: "admin.settings.fileNeeded" } };
  if (file.size > LARGEST_CERTIFICATE) return { refused: { code: "certificate_unreadable" } };
  const p12 = new Uint8Array(await file.arrayBuffer());
  return answerOf(() => commands.uploadCertificate({ shopId: shop.id, actor, p12, password: String(form.get("password") ?? "") }));
}

const choice = z.union([z.enum(TRIGGERS), z.literal("").transform(() => undefined)]).optional();
const triggersForm = z.object({
  ...Object.fromEntries(PAYMENT_TYPES.map((type) => [type, choice])),
  delaySeconds: whole(0, 86_400),
}) as z.ZodObject<Record<(typeof PAYMENT_TYPES)[number], typeof choice> & { delaySeconds: ReturnType<typeof whole> }>;

async function chooseTriggers(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(triggersForm, form);
  if (!read.ok) return { errors: read.errors };
  const { delaySeconds, ...chosen } = read.value;
  const triggers = Object.fromEntries(Object.entries(chosen).filter(([, trigger]) => trigger !== undefined));
  return answerOf(() => commands.chooseTriggers({ shopId: shop.id, actor, triggers, delaySeconds }));
}

const invoicingForm = z.object({ giftCards: z.enum(GIFT_CARD_RULES), invoicePer: z.enum(INVOICE_PER) });

async function chooseInvoicing(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(invoicingForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.chooseInvoicing({ shopId: shop.id, actor, ...read.value }));
}

async function chooseAssignment(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(assignmentForm, form);
  if (!read.ok) return { errors: read.errors };
  const rules = rulesFrom(read.value);
  if (isWithoutHours(rules)) return { errors: { plateHours: "admin.settings.assignment.hoursNeeded" } };
  return answerOf(() => commands.chooseAssignment({ shopId: shop.id, actor, ...rules }));
}

/** What the card does not show stays as it is. */
async function chooseProof(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = proofIn(form, new Set(shop.failureReasons?.map(({ code }) => code)));
  if (!read.ok) return { errors: read.errors };
  const rules = { ...DEFAULT_PROOF, ...shop.proofRules, ...read.rules };
  return answerOf(() => commands.chooseProof({ shopId: shop.id, actor, rules, reasons: read.reasons }));
}

const shippingForm = z.object({ chargeShipping: checked });

async function chooseShipping(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(shippingForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.chooseShipping({ shopId: shop.id, actor, ...read.value }));
}

const nativeForm = z.object({ nativeRates: z.enum(["auto", "off"]) });

async function chooseNativeRates(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(nativeForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.chooseNativeRates({ shopId: shop.id, actor, ...read.value }));
}

const paymentCodesForm = z.object({
  gateway: z.array(z.string().trim().max(100, "admin.form.tooLong")).max(100),
  code: z.array(z.string().regex(/^(\d\d)?$/)).max(100),
});

/** Gateways and codes come in pairs; an empty half says nothing. */
async function savePaymentCodes(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(paymentCodesForm, form, ["gateway", "code"]);
  if (!read.ok) return { errors: read.errors };
  const { gateway, code } = read.value;
  const pairs = gateway.map((name, at) => [name, code[at] ?? ""] as const).filter(([name, chosen]) => name !== "" && chosen !== "");
  return answerOf(() => commands.savePaymentCodes({ shopId: shop.id, actor, codes: Object.fromEntries(pairs) }));
}

const seriesIdOf = (form: FormData): string => {
  const id = z.uuid().safeParse(form.get("seriesId"));
  if (!id.success) throw new Response(null, { status: 400 });
  return id.data;
};
const newSeriesForm = seriesForm.extend({ documentType: z.enum(DOCUMENT_TYPES) });

async function addSeries(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(newSeriesForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.addSeries({ shopId: shop.id, actor, series: read.value }));
}

async function startSeries(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(seriesForm.pick({ nextNumber: true }), form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.startSeriesAt({ shopId: shop.id, actor, seriesId: seriesIdOf(form), ...read.value }));
}

const LARGEST_NUMBER = 999_999_999;
/** The number is not sent once the series has numbered something. */
const guidesForm = z.object({ guides: z.enum(GUIDE_SETTINGS), onInvoice: checked, firstNumber: whole(1, LARGEST_NUMBER).optional() });

async function chooseGuides(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(guidesForm, form);
  if (!read.ok) return { errors: read.errors };
  const { guides: setting, onInvoice, firstNumber = null } = read.value;
  return answerOf(() => commands.chooseGuides({ shopId: shop.id, actor, setting, onInvoice, firstNumber }));
}

async function saveMaps(form: FormData, { shop, actor }: Whose): Promise<Answer> {
  const read = readForm(mapsForm, form);
  if (!read.ok) return { errors: read.errors };
  const { kind, url, key, osrmUrl } = read.value;
  const geocoder = kind && url ? { kind, url, key } : null;
  return answerOf(() => commands.saveMaps({ shopId: shop.id, actor, geocoder, osrmUrl }));
}
