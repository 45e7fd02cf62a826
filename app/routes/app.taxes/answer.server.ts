import { z } from "zod";
import { commands } from "~/composition.server";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { optional, required } from "~/ui/form/parts";

type Whose = { shopId: string; actor: string };

/** Some ten thousand products. */
const LARGEST_TABLE = 2_000_000;

/** What a person may set. An unknown intent is not ours: 400. */
export function answer(form: FormData, whose: Whose): Promise<Answer> {
  switch (form.get("intent")) {
    case "rule":
      return saveRule(form, whose);
    case "remove-rule":
      return answerOf(() => commands.removeTaxRule({ ...whose, tag: String(form.get("tag") ?? "") }));
    case "product":
      return saveProduct(form, whose);
    case "csv":
      return importTable(form, whose);
    default:
      throw new Response(null, { status: 400 });
  }
}

const vat = z.string().min(1, "admin.form.choose").max(20);
const percent = optional(6).refine((text) => text === null || /^\d{1,3}([.,]\d{1,2})?$/.test(text), "admin.taxes.badPercent");
const digits = optional(4).refine((text) => text === null || /^\d+$/.test(text), "admin.form.whole");
const ruleForm = z
  .object({ tag: required(255), vat, exciseCode: digits, exciseRate: percent, bottles: digits })
  .refine(({ exciseCode, exciseRate }) => (exciseCode === null) === (exciseRate === null), {
    path: ["exciseRate"],
    message: "admin.taxes.exciseHalf",
  });

async function saveRule(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(ruleForm, form);
  if (!read.ok) return { errors: read.errors };
  const { tag, exciseCode, exciseRate, bottles } = read.value;
  const excise = exciseCode && exciseRate ? [`ice:${exciseCode}:${exciseRate}`] : [];
  const category = [read.value.vat, ...excise, ...(bottles ? [`bottles:${bottles}`] : [])].join(" ");
  return answerOf(() => commands.saveTaxRule({ ...whose, tag, category }));
}

const productForm = z.object({ productId: z.string().regex(/^gid:\/\/shopify\/Product\/\d+$/), vat });

async function saveProduct(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(productForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.saveProductTax({ ...whose, productId: read.value.productId, category: read.value.vat }));
}

async function importTable(form: FormData, whose: Whose): Promise<Answer> {
  const file = form.get("csv");
  if (!(file instanceof File) || file.size === 0) return { errors: { csv: "admin.taxes.fileNeeded" } };
  if (file.size > LARGEST_TABLE) return { errors: { csv: "admin.form.tooLong" } };
  const csv = await file.text();
  return answerOf(() => commands.importProductTaxes({ ...whose, csv }));
}
