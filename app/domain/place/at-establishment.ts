import type { Issuer } from "~/domain/document/document";

type Own = Pick<Issuer, "tradeName"> & { address: string | null };

/** The issuer as documents of one establishment name it: under its own trade name and address where it has them. */
export const atEstablishment = <I extends Issuer>(issuer: I, own: Own | null): I => ({
  ...issuer,
  tradeName: own?.tradeName ?? issuer.tradeName,
  establishmentAddress: own?.address ?? issuer.establishmentAddress,
});
