import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import { perShop } from "~/adapters/postgres/per-shop";
import { scopeArguments, scopeRaw, scopeTagged } from "~/adapters/postgres/scope";
import { env } from "./env.server";

const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL }) });

/** The one way to a shop's rows: every operation is narrowed to the shop, whatever the caller wrote. Raw SQL must carry the shop as a parameter. */
export const forShop = perShop((shopId) =>
  client.$extends({
    name: "forShop",
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => query(scopeArguments(shopId, model, operation, args) as typeof args),
      },
      $queryRaw: ({ args, query }) => query(scopeTagged(shopId, args)),
      $executeRaw: ({ args, query }) => query(scopeTagged(shopId, args)),
      $queryRawUnsafe: ({ args, query }) => query(scopeRaw(shopId, args as unknown[]) as typeof args),
      $executeRawUnsafe: ({ args, query }) => query(scopeRaw(shopId, args as unknown[]) as typeof args),
    },
  }),
);
export type ShopClient = ReturnType<typeof forShop>;

/** Tenants and the library's sessions: the two tables that belong to no shop. */
export const tenants = { shop: client.shop, session: client.session };
/** For PrismaSessionStorage, which wants a whole client. */
export const sessionClient = client as Pick<PrismaClient, "session">;

export const isDatabaseUp = async (): Promise<boolean> => (await client.shop.count({ take: 1 })) >= 0;
export const closeDatabase = () => client.$disconnect();
