type Arguments = Record<string, unknown>;

const UNSCOPED_MODELS = new Set(["Session"]);
const WITH_DATA = new Set(["create", "createMany", "createManyAndReturn"]);

/** Narrows one Prisma operation to a shop. Nested writes are refused: they would escape the narrowing. */
export function scopeArguments(shopId: string, model: string, operation: string, args: unknown): Arguments {
  if (UNSCOPED_MODELS.has(model)) throw new Error(`${model} is not reached through a shop`);
  const given = (args ?? {}) as Arguments;
  const key = model === "Shop" ? { id: shopId } : { shopId };
  const scoped: Arguments = { ...given };
  if (operation === "upsert") {
    scoped.where = { ...(given.where as Arguments), ...key };
    scoped.create = withShop(given.create, key);
    refuseOtherShop(given.update, key);
  } else if (WITH_DATA.has(operation)) {
    scoped.data = Array.isArray(given.data) ? given.data.map((row) => withShop(row, key)) : withShop(given.data, key);
  } else {
    scoped.where = { ...((given.where as Arguments | undefined) ?? {}), ...key };
    if ("data" in given) refuseOtherShop(given.data, key);
  }
  return scoped;
}

function withShop(row: unknown, key: Arguments): Arguments {
  refuseOtherShop(row, key);
  return { ...(row as Arguments), ...key };
}

function refuseOtherShop(row: unknown, key: Arguments): void {
  for (const [name, value] of Object.entries((row ?? {}) as Arguments)) {
    if (name in key && value !== key[name]) throw new Error("a row of another shop");
    if (value !== null && typeof value === "object" && ("connect" in value || "create" in value || "disconnect" in value || "connectOrCreate" in value))
      throw new Error(`nested write "${name}": write the foreign key itself`);
  }
}

/** Raw SQL of a shop names the shop among its parameters; the queue's own statements belong to no shop. */
export function scopeRaw(shopId: string, args: unknown[]): unknown[] {
  const [text, ...values] = args;
  const ofQueue = typeof text === "string" && /\bpgboss\./.test(text);
  if (!ofQueue && !values.includes(shopId)) throw new Error("raw SQL without its shop");
  return args;
}
