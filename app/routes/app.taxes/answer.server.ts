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
      return answerOf(() => commands.removeTaxRule({ ...whose, rule: ruleNamed(form) }));
    case "collection-rule":
      return saveCollectionRule(form, whose);
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
const ruleNamed = (form: FormData) => {
  const collection = form.get("collection");
  return collection ? { collection: String(collection) } : { tag: String(form.get("tag") ?? "") };
};

const categoryParts = { vat, exciseCode: digits, exciseRate: percent, bottles: digits };
type Category = { vat: string; exciseCode: string | null; exciseRate: string | null; bottles: string | null };
const isExciseWhole = ({ exciseCode, exciseRate }: Category) => (exciseCode === null) === (exciseRate === null);
const half = { path: ["exciseRate"], message: "admin.taxes.exciseHalf" };
const ruleForm = z.object({ tag: required(255), ...categoryParts }).refine(isExciseWhole, half);
const collectionForm = z
  .object({ collection: z.string().regex(/^gid:\/\/shopify\/Collection\/\d+\|.+$/, "admin.form.choose"), ...categoryParts })
  .refine(isExciseWhole, half);

function categoryOf({ vat: wanted, exciseCode, exciseRate, bottles }: Category): string {
  const excise = exciseCode && exciseRate ? [`ice:${exciseCode}:${exciseRate}`] : [];
  return [wanted, ...excise, ...(bottles ? [`bottles:${bottles}`] : [])].join(" ");
}

async function saveRule(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(ruleForm, form);
  if (!read.ok) return { errors: read.errors };
  const rule = { tag: read.value.tag, category: categoryOf(read.value) };
  return answerOf(() => commands.saveTaxRule({ ...whose, rule }));
}

async function saveCollectionRule(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(collectionForm, form);
  if (!read.ok) return { errors: read.errors };
  const [collection = "", title = ""] = read.value.collection.split(/\|(.*)/s);
  const rule = { collection, title, category: categoryOf(read.value) };
  return answerOf(() => commands.saveTaxRule({ ...whose, rule }));
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
