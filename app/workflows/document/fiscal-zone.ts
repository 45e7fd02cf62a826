import type { CountryPack } from "~/countries/pack";
import type { ShopStore } from "~/ports/store";

/** The zone of the shop's fiscal days: the issuer's own where one is set, else the country's. */
export const fiscalZone = async (s: Pick<ShopStore, "issuer">, { timeZone }: Pick<CountryPack, "timeZone">): Promise<string> =>
  (await s.issuer())?.timeZone ?? timeZone;
