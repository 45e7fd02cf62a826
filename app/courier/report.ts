import { z } from "zod";
import type { ToldParcels } from "~/domain/delivery/parcels";
import type { RefusedUnits } from "~/domain/delivery/refusal";
import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { fiscalDataProblems } from "~/domain/fiscal-data/problems";
import { fiscalDataIn } from "./door/fiscal-fields";
import { isReasonCode } from "~/domain/proof/failure-reasons";
import type { ToldProof } from "~/domain/proof/told";
import type { Collected } from "~/domain/settlement/collected";
import { isDay } from "~/domain/time/calendar";
import { collectedTyped } from "./collected-fields";
import { parcelsOfFields } from "./parcels/told";
import { proofOfFields } from "./proof-told";
import type { CourierForm } from "./form.server";
import type { Problem } from "./problem";
import { refusedIn } from "./refused-fields";
import { toldText } from "./told-text";

type Parsed<T> = { ok: true; value: T } | { ok: false; problem: Problem };
type Fields = Pick<CourierForm, "field">;
type Report<P> = Pick<CourierForm<P>, "field" | "photos">;
type Position = { latitude: number; longitude: number; accuracyMetres: number | null };

const id = z.uuid();
const coordinates = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  accuracyMetres: z.coerce.number().min(0).max(1e6).nullable().catch(null),
});

/** A position that isn't one is left out: it never blocks a delivery. */
function positionIn({ field }: Fields): Position | null {
  if (field("latitude") === "" || field("longitude") === "") return null;
  const parsed = coordinates.safeParse({
    latitude: field("latitude"),
    longitude: field("longitude"),
    accuracyMetres: field("accuracy") || null,
  });
  return parsed.success ? parsed.data : null;
}

/** No phone is before 1970, and PostgreSQL reads no year of five digits. */
const YEAR_10000 = Date.UTC(10_000, 0);

/** The phone's time as it told it; null when it told none that there can be. */
function happenedIn({ field }: Fields): Date | null {
  const at = new Date(field("happenedAt"));
  return at.getTime() >= 0 && at.getTime() < YEAR_10000 ? at : null;
}

const problem = (code: string): { ok: false; problem: Problem } => ({ ok: false, problem: { code } });

export function confirmationIn<P>(form: Report<P>): Parsed<{
  confirmationId: string;
  receivedBy: string;
  photos: P[];
  fiscalData: FiscalData | null;
  happenedAt: Date | null;
  position: Position | null;
  doorNote: string | null;
  refused: RefusedUnits[];
  collected: Collected | null;
  proof: ToldProof | null;
  parcels?: ToldParcels | undefined;
}> {
  const confirmationId = id.safeParse(form.field("reportId"));
  if (!confirmationId.success) return problem("form_unreadable");
  if (form.photos.length === 0) return problem("photo_missing");
  const receivedBy = toldText(form.field("receivedBy"), 120);
  if (receivedBy === "") return problem("received_by_missing");
  const fiscalData = fiscalDataIn((name) => form.field(name).trim());
  if (fiscalData && fiscalDataProblems(fiscalData).length > 0) return problem("door_data_wrong");
  const collected = collectedTyped(form.field);
  if (!collected.ok) return collected;
  const said = { confirmationId: confirmationId.data, receivedBy, photos: form.photos, collected: collected.value, fiscalData };
  // An empty field may be one that never showed what was left meanwhile.
  const doorNote = toldText(form.field("doorNote"), 200) || null;
  const beside = { parcels: parcelsOfFields(form.field), refused: refusedIn(form.field), proof: proofOfFields(form.field), doorNote };
  return { ok: true, value: { ...said, ...beside, happenedAt: happenedIn(form), position: positionIn(form) } };
}

export function failureIn<P>(form: Report<P>): Parsed<{
  attemptId: string;
  reason: string;
  note: string | null;
  reattemptOn: string | null;
  photos: P[];
  happenedAt: Date | null;
  position: Position | null;
}> {
  const attemptId = id.safeParse(form.field("reportId"));
  if (!attemptId.success) return problem("form_unreadable");
  const [reason, day] = [form.field("reason"), form.field("reattemptOn")];
  if (!isReasonCode(reason)) return problem("reason_missing");
  return {
    ok: true,
    value: {
      attemptId: attemptId.data,
      reason,
      note: toldText(form.field("note"), 200) || null,
      reattemptOn: isDay(day) ? day : null,
      photos: form.photos,
      happenedAt: happenedIn(form),
      position: positionIn(form),
    },
  };
}
