import { z } from "zod";
import { commands } from "~/composition.server";
import { CARRIER_ID_TYPES } from "~/domain/dispatch/carrier";
import { isEmailAddress } from "~/domain/fiscal-data/problems";
import { checkTaxId, OK } from "~/domain/tax-id/check";
import { describeTaxIdCode, isError } from "~/domain/tax-id/describe";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { checked, optional, required, whole } from "~/ui/form/parts";

type Whose = { shopId: string; courierId: string | null; actor: string };
type Said = Answer & { created?: string };

const courierForm = z.object({
  name: required(80),
  email: optional(254).refine((email) => email === null || isEmailAddress(email), "fiscalData.emailInvalid"),
  phone: optional(30).refine((phone) => phone === null || /^\+?[\d\s().-]{7,30}$/.test(phone), "admin.form.phone"),
  dailyCapacity: whole(1, 500),
  locale: z.enum(["es", "en"]),
  active: checked,
  legalName: optional(300),
  idType: z
    .enum(["", ...CARRIER_ID_TYPES])
    .optional()
    .transform((type) => type || null),
  idNumber: optional(20).transform((number) => number?.replace(/[\s.-]/g, "").toUpperCase() ?? null),
  licence: optional(30),
  plate: optional(20).transform((plate) => plate?.replace(/[\s-]/g, "").toUpperCase() ?? null),
});
const runForm = z.object({ runId: z.uuid() });
const voidForm = z.object({ documentId: z.uuid(), reason: required(300) });
const overrideForm = runForm.extend({ reason: required(300) });

/** What a person may do with a courier. An unknown intent is not ours: 400. */
export async function answer(form: FormData, { shopId, courierId, actor }: Whose): Promise<Said> {
  const intent = form.get("intent");
  if (intent === "save") return save(form, { shopId, courierId, actor });
  if (courierId === null) throw new Response(null, { status: 400 });
  if (intent === "override") return override(form, { shopId, courierId, actor });
  if (intent === "retry-guide") return retryGuide(form, { shopId, courierId, actor });
  if (intent === "void-guide") return voidGuide(form, { shopId, courierId, actor });
  if (intent === "send-link") return answerOf(() => commands.sendCourierLink({ shopId, courierId, actor }));
  if (intent === "renew-link") return answerOf(() => commands.renewCourierLink({ shopId, courierId, actor }));
  throw new Response(null, { status: 400 });
}

async function save(form: FormData, { shopId, courierId, actor }: Whose): Promise<Said> {
  const read = readForm(courierForm, form);
  if (!read.ok) return { errors: read.errors };
  const { idType, idNumber } = read.value;
  const code = idType && idNumber ? checkTaxId("EC", idType, idNumber) : OK;
  if (isError(code)) return { errors: { idNumber: describeTaxIdCode(code) } };
  const { id } = await commands.saveCourier({ shopId, actor, courier: { id: courierId, ...read.value } });
  return courierId === null ? { created: id } : { saved: true };
}

async function override(form: FormData, { shopId, actor }: Whose): Promise<Said> {
  const read = readForm(overrideForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.overrideRun({ shopId, actor, ...read.value }));
}

async function retryGuide(form: FormData, { shopId, actor }: Whose): Promise<Said> {
  const read = readForm(runForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.retryGuide({ shopId, actor, ...read.value }));
}

/** Annulled by the merchant at the authority, and only written down here. */
async function voidGuide(form: FormData, { shopId, actor }: Whose): Promise<Said> {
  const read = readForm(voidForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.voidDocument({ shopId, actor, ...read.value }));
}
