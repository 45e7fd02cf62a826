import { Prisma } from "@prisma/client";
import type { NativeRates } from "~/ports/records";
import type { Context } from "./store";

const NONE: NativeRates = {
  ...{ state: "off", problem: null, written: [], seen: null, doomed: [], drift: [], tooLarge: [], countries: [], checkedAt: null },
};

export const nativeRates = ({ shopId, db }: Context) => ({
  async nativeRates(): Promise<NativeRates> {
    const row = await db.nativeRates.findUnique({ where: { shopId } });
    if (!row) return NONE;
    const { shopId: _shop, state, problem, written, drift, ...rest } = row;
    const hasSeen = rest.isWriting;
    return {
      state: state as NativeRates["state"],
      problem: problem as NativeRates["problem"],
      written: written as unknown as NativeRates["written"],
      drift: drift as unknown as NativeRates["drift"],
      ...{
        seen: hasSeen ? rest.seen : null,
        doomed: rest.doomed,
        tooLarge: rest.tooLarge,
        countries: rest.countries,
        checkedAt: rest.checkedAt,
      },
    };
  },
  async keepNativeRates({ problem, written, drift, seen, ...rest }: NativeRates) {
    const columns = {
      ...rest,
      problem: problem ?? Prisma.DbNull,
      written: written as unknown as Prisma.InputJsonArray,
      drift: drift as unknown as Prisma.InputJsonArray,
      isWriting: seen !== null,
      seen: seen ?? [],
    };
    await db.nativeRates.upsert({ where: { shopId }, create: { shopId, ...columns }, update: columns });
  },
});
