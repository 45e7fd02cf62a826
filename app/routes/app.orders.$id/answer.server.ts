import { z } from "zod";
import { commands } from "~/composition.server";
import { MOST_PARCELS } from "~/domain/delivery/parcels";
import { fiscalDataProblems, isEmailAddress } from "~/domain/fiscal-data/problems";
import { parseFiscalData } from "~/domain/fiscal-data/parse";
import { describeTaxIdCode } from "~/domain/tax-id/describe";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { whole } from "~/ui/form/parts";

type Whose = { shopId: string; orderId: string; actor: string };

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");
const idOf = (form: FormData, name: string): string => {
  const id = z.uuid().safeParse(form.get(name));
  if (!id.success) throw new Response(null, { status: 400 });
  return id.data;
};

/** What a person may do on an order's page. An unknown intent is not ours: 400. */
export function answer(form: FormData, whose: Whose): Promise<Answer> {
  const { shopId, actor } = whose;
  switch (form.get("intent")) {
    case "fiscal-data":
      return saveFiscalData(form, whose);
    case "reassign":
      return reassign(form, whose);
    case "parcels":
      return setParcels(form, whose);
    case "charge-zone-price":
      return answerOf(() => commands.chargeZonePrice({ ...whose, deliveryId: idOf(form, "deliveryId") }));
    case "hand-over":
      return handOver(form, whose);
    case "delivered":
      return markDelivered(form, whose);
    case "without-photo":
      return withoutPhoto(form, whose);
    case "release":
      return answerOf(() => commands.releaseDelivery({ shopId, deliveryId: idOf(form, "deliveryId"), actor }));
    case "not-right":
      return notRight(form, whose);
    case "undo":
      return answerOf(() => commands.undoDelivery({ shopId, deliveryId: idOf(form, "deliveryId"), actor }));
    case "seen":
      return answerOf(() => commands.markSeen({ shopId, deliveryId: idOf(form, "deliveryId"), actor }));
    case "retry":
      return answerOf(() => commands.retryDocument({ shopId, documentId: idOf(form, "documentId"), actor }));
    case "capture":
      return answerOf(() => commands.captureAgain(whose));
    case "issue":
      return answerOf(() => commands.issueByHand(whose));
    case "rest":
      return answerOf(() => commands.invoiceRest({ shopId, documentId: idOf(form, "documentId"), actor }));
    case "issue-date":
      return chooseIssueDate(form, whose);
    case "void":
      return withReason(form, whose, commands.voidDocument);
    case "discard":
      return withReason(form, whose, commands.discardDocument);
    case "anew":
      return answerOf(() => commands.invoiceAnew({ ...whose, documentId: idOf(form, "documentId") }));
    case "data-given":
      return answerOf(() => commands.closeDataRequest(whose));
    case "resend":
      return resend(form, whose);
    default:
      throw new Response(null, { status: 400 });
  }
}

async function reassign(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  if (text(form, "courierId") === "") return { errors: { courierId: "admin.form.choose" } };
  return answerOf(() =>
    commands.reassignDelivery({ shopId, deliveryId: idOf(form, "deliveryId"), courierId: idOf(form, "courierId"), actor }),
  );
}

const parcelsForm = z.object({ parcels: whole(1, MOST_PARCELS) });

async function setParcels(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const read = readForm(parcelsForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.setParcels({ shopId, actor, deliveryId: idOf(form, "deliveryId"), ...read.value }));
}

const LARGEST_PHOTO = 15 * 1024 * 1024;

async function handOver(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const [receivedBy, file] = [text(form, "receivedBy").trim().slice(0, 120), form.get("photo")];
  if (receivedBy === "") return { errors: { receivedBy: "admin.form.required" } };
  const hasPhoto = file instanceof File && file.size > 0;
  if (hasPhoto && file.size > LARGEST_PHOTO) return { refused: { code: "photo_too_large" } };
  const photo = hasPhoto ? new Uint8Array(await file.arrayBuffer()) : null;
  const ids = { deliveryId: idOf(form, "deliveryId"), handOverId: idOf(form, "handOverId") };
  return answerOf(() => commands.handOver({ shopId, actor, ...ids, receivedBy, photo }));
}

async function markDelivered(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const date = z.iso.date().safeParse(form.get("date"));
  if (!date.success) return { errors: { date: "admin.form.invalid" } };
  return answerOf(() => commands.markDelivered({ shopId, actor, deliveryId: idOf(form, "deliveryId"), date: date.data }));
}

async function withoutPhoto(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const reason = text(form, "reason").trim().slice(0, 300);
  if (reason === "") return { errors: { reason: "admin.form.required" } };
  return answerOf(() => commands.proveByWord({ shopId, actor, deliveryId: idOf(form, "deliveryId"), reason }));
}

async function notRight(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const reason = text(form, "reason").trim().slice(0, 300);
  if (reason === "") return { errors: { reason: "admin.form.required" } };
  return answerOf(() => commands.disbelieveDelivery({ shopId, actor, deliveryId: idOf(form, "deliveryId"), reason }));
}

async function resend(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const to = text(form, "to").trim() || null;
  if (to !== null && !isEmailAddress(to)) return { errors: { to: "fiscalData.emailInvalid" } };
  return answerOf(() => commands.resendDocumentMail({ shopId, actor, documentId: idOf(form, "documentId"), to }));
}

type WithReason = (input: { shopId: string; actor: string; documentId: string; reason: string }) => Promise<void>;

/** What a person does to a document they answer for. */
async function withReason(form: FormData, { shopId, actor }: Whose, does: WithReason): Promise<Answer> {
  const reason = text(form, "reason").trim().slice(0, 300);
  if (reason === "") return { errors: { reason: "admin.form.required" } };
  return answerOf(() => does({ shopId, actor, documentId: idOf(form, "documentId"), reason }));
}

async function saveFiscalData(form: FormData, whose: Whose): Promise<Answer> {
  const given = {
    schemaVersion: 1,
    country: "EC",
    idType: text(form, "idType"),
    idNumber: text(form, "idNumber"),
    legalName: text(form, "legalName"),
    email: text(form, "email"),
  };
  const fiscalData = parseFiscalData(given);
  if (!fiscalData) return { errors: { idNumber: "admin.form.invalid" } };
  const [problem] = fiscalDataProblems(fiscalData);
  if (problem) return { errors: { [problem.field]: wordingOf(problem.field, problem.code) } };
  return answerOf(() => commands.saveFiscalData({ ...whose, fiscalData }));
}

const wordingOf = (field: string, code: number): string => {
  if (field === "idNumber") return describeTaxIdCode(code);
  return field === "email" ? "fiscalData.emailInvalid" : "admin.form.required";
};

const choice = z.enum(["today", "operation"]);

async function chooseIssueDate(form: FormData, { shopId, actor }: Whose): Promise<Answer> {
  const chosen = choice.safeParse(form.get("choice"));
  if (!chosen.success) throw new Response(null, { status: 400 });
  return answerOf(() => commands.chooseIssueDate({ shopId, actor, documentId: idOf(form, "documentId"), choice: chosen.data }));
}
