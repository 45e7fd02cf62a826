import { z } from "zod";
import { FAILURE_NEXT, isReasonCode, PHOTO_RULES, reasonsProblem, type FailureReason } from "~/domain/proof/failure-reasons";
import { DEMANDS, proofProblem, type ProofRules } from "~/domain/proof/rules";
import { readForm } from "~/ui/form/answer";
import type { FieldErrors } from "~/ui/form/errors";
import { checked, optionalWhole, whole } from "~/ui/form/parts";

const demand = z.enum(DEMANDS);
const rulesForm = z.object({
  isGalleryAllowed: checked,
  isScanWanted: checked,
  signature: demand,
  relation: demand,
  recipientId: demand,
  pin: demand,
  radiusMetres: optionalWhole(0, 999_999_999),
  undoSeconds: whole(0, 999_999_999),
});
const reasonForm = z.object({
  code: z.string().refine(isReasonCode),
  label: z
    .string()
    .trim()
    .transform((text) => text || null),
  photo: z.enum(PHOTO_RULES),
  next: z.enum(FAILURE_NEXT),
  isOn: z.boolean(),
});

type Read = { ok: true; rules: ProofRules; reasons: FailureReason[] } | { ok: false; errors: FieldErrors };

/** Where what is wrong with the rules is said. */
const FIELDS = { radius_range: "radiusMetres", undo_range: "undoSeconds" } as const;

/** The card as sent. Each row of reasons bears its code in its fields' names; a new one that nothing is written in is none. */
export function proofIn(form: FormData, kept: ReadonlySet<string>): Read {
  const rules = readForm(rulesForm, form);
  if (!rules.ok) return rules;
  const ruled = proofProblem(rules.value);
  if (ruled) return wrong(FIELDS[ruled.code], `reason.${ruled.code}`);
  const rows = form.getAll("reason").map((code) => rowIn(form, String(code)));
  const reasons = rows.filter(({ code, label }) => label || !code.startsWith("own_") || kept.has(code));
  const parsed = z.array(reasonForm).safeParse(reasons);
  if (!parsed.success) return wrong("reasons", "admin.form.invalid");
  const problem = reasonsProblem(parsed.data);
  if (!problem) return { ok: true, rules: rules.value, reasons: parsed.data };
  const field = problem.code === "reasons_none_on" ? "reasons" : `label.${parsed.data[problem.at]?.code ?? ""}`;
  return wrong(field, `reason.${problem.code}`);
}

const wrong = (field: string, key: string): Read => ({ ok: false, errors: { [field]: key } });

const rowIn = (form: FormData, code: string) => ({
  code,
  label: String(form.get(`label.${code}`) ?? "").trim(),
  photo: form.get(`photo.${code}`),
  next: form.get(`next.${code}`),
  isOn: form.get(`on.${code}`) === "on",
});
