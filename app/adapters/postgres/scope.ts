import { Prisma } from "@prisma/client";

type Arguments = Record<string, unknown>;

const UNSCOPED_MODELS = new Set(["Session"]);
const WITH_DATA = new Set(["create", "createMany", "createManyAndReturn"]);
const RELATIONS = new Map(
  Prisma.dmmf.datamodel.models.map(({ name, fields }) => [
    name,
    new Set(fields.filter(({ kind }) => kind === "object").map((field) => field.name)),
  ]),
);

/** Narrows one Prisma operation to a shop. Nested writes are refused: they would escape the narrowing. */
export function scopeArguments(shopId: string, model: string, operation: string, args: unknown): Arguments {
  if (UNSCOPED_MODELS.has(model)) throw new Error(`${model} is not reached through a shop`);
  const given = (args ?? {}) as Arguments;
  const key = model === "Shop" ? { id: shopId } : { shopId };
  const scoped: Arguments = { ...given };
  if (operation === "upsert") {
    scoped.where = { ...(given.where as Arguments), ...key };
    scoped.create = withShop(model, given.create, key);
    refuseForeign(model, given.update, key);
  } else if (WITH_DATA.has(operation)) {
    scoped.data = Array.isArray(given.data) ? given.data.map((row) => withShop(model, row, key)) : withShop(model, given.data, key);
  } else {
    scoped.where = { ...((given.where as Arguments | undefined) ?? {}), ...key };
    if ("data" in given) refuseForeign(model, given.data, key);
  }
  return scoped;
}

function withShop(model: string, row: unknown, key: Arguments): Arguments {
  refuseForeign(model, row, key);
  return { ...(row as Arguments), ...key };
}

function refuseForeign(model: string, row: unknown, key: Arguments): void {
  for (const [name, value] of Object.entries((row ?? {}) as Arguments)) {
    if (name in key && value !== key[name]) throw new Error("a row of another shop");
    if (RELATIONS.get(model)?.has(name)) throw new Error(`nested write "${name}": write the foreign key itself`);
  }
}

/** Raw SQL of a shop names the shop among its parameters; the queue's own statements belong to no shop. */
export function scopeRaw(shopId: string, args: unknown[]): unknown[] {
  const [text, ...values] = args;
  const ofQueue = typeof text === "string" && /\bpgboss\./.test(text);
  if (!ofQueue && !values.includes(shopId)) throw new Error("raw SQL without its shop");
  return args;
}

/** The same for SQL written as a tagged template. */
export function scopeTagged<T extends { values: readonly unknown[] }>(shopId: string, sql: T): T {
  if (!sql.values.includes(shopId)) throw new Error("raw SQL without its shop");
  return sql;
}
