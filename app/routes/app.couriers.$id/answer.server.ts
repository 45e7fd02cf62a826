import { z } from "zod";
import { commands } from "~/composition.server";
import { isPin } from "~/domain/courier-pin/tries";
import { checkTaxId, OK } from "~/domain/tax-id/check";
import { describeTaxIdCode, isError } from "~/domain/tax-id/describe";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { amount, required } from "~/ui/form/parts";
import { courierForm, courierFrom } from "./courier-form";

type Known = { shopId: string; courierId: string; actor: string };
type Whose = Omit<Known, "courierId"> & { courierId: string | null };
type Saved = Whose & { currency: string };
type Said = Answer & { created?: string };

const runForm = z.object({ runId: z.uuid() });
const voidForm = z.object({ documentId: z.uuid(), reason: required(300) });
const deviceForm = z.object({ deviceId: z.uuid() });
const pinForm = z.object({ pin: z.string().trim().refine(isPin, "attention.pin_invalid.title") });
const overrideForm = runForm.extend({ reason: required(300) });

/** What a person may do with a courier. An unknown intent is not ours: 400. */
export async function answer(form: FormData, { shopId, courierId, actor, currency }: Saved): Promise<Said> {
  const intent = form.get("intent");
  if (intent === "save") return save(form, { shopId, courierId, actor, currency });
  if (courierId === null) throw new Response(null, { status: 400 });
  if (intent === "count-cash") return countCash(form, { shopId, courierId, actor, currency });
  if (intent === "override") return override(form, { shopId, courierId, actor });
  if (intent === "retry-guide") return retryGuide(form, { shopId, courierId, actor });
  if (intent === "void-guide") return voidGuide(form, { shopId, courierId, actor });
  if (intent === "out") return answerOf(() => commands.courierOutToday({ shopId, courierId, actor }));
  if (intent === "undo-out") return answerOf(() => commands.undoCourierOut({ shopId, courierId, actor }));
  if (intent === "back") return answerOf(() => commands.courierBack({ shopId, courierId, actor }));
  if (intent === "end-device") return endDevice(form, { shopId, courierId, actor });
  if (intent === "set-pin") return setPin(form, { shopId, courierId, actor });
  if (intent === "remove-pin") return answerOf(() => commands.setCourierPin({ shopId, courierId, actor, pin: null }));
  if (intent === "send-link") return answerOf(() => commands.sendCourierLink({ shopId, courierId, actor }));
  if (intent === "renew-link") return answerOf(() => commands.renewCourierLink({ shopId, courierId, actor }));
  throw new Response(null, { status: 400 });
}

async function save(form: FormData, { shopId, courierId, actor, currency }: Saved): Promise<Said> {
  const read = readForm(courierForm(currency), form);
  if (!read.ok) return { errors: read.errors };
  const { idType, idNumber } = read.value;
  const code = idType && idNumber ? checkTaxId("EC", idType, idNumber) : OK;
  if (isError(code)) return { errors: { idNumber: describeTaxIdCode(code) } };
  const { id } = await commands.saveCourier({ shopId, actor, courier: { id: courierId, ...courierFrom(read.value) } });
  return courierId === null ? { created: id } : { saved: true };
}

/** Cash that the courier handed over, as the merchant counted it. */
async function countCash(form: FormData, { shopId, courierId, actor, currency }: Saved & { courierId: string }): Promise<Said> {
  const read = readForm(z.object({ handOverId: z.uuid(), minor: amount(currency) }), form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.countHandOver({ shopId, courierId, actor, currency, ...read.value }));
}

async function endDevice(form: FormData, whose: Known): Promise<Said> {
  const read = readForm(deviceForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.endDevice({ ...whose, ...read.value }));
}

async function setPin(form: FormData, whose: Known): Promise<Said> {
  const read = readForm(pinForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.setCourierPin({ ...whose, ...read.value }));
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
