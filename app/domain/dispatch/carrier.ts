import type { Carrier } from "~/domain/document/document";
import { checkTaxId } from "~/domain/tax-id/check";
import { isError } from "~/domain/tax-id/describe";

/** What a dispatch guide says of who drives, as far as it is known. The licence is told, but no guide needs it. */
export type TransportData = {
  legalName: string | null;
  idType: string | null;
  idNumber: string | null;
  licence: string | null;
  plate: string | null;
};
export const NO_TRANSPORT_DATA: TransportData = { legalName: null, idType: null, idNumber: null, licence: null, plate: null };

export const CARRIER_FIELDS = ["legalName", "idType", "idNumber", "plate"] as const;
export type CarrierField = (typeof CARRIER_FIELDS)[number];

/** Ids under which somebody may drive: not a final consumer's. */
export const CARRIER_ID_TYPES = ["cedula", "ruc", "passport", "foreign_id"] as const;

/** The carrier as a guide names it, or the fields that are missing or wrong. */
export function carrierOf(data: TransportData, country: string): { carrier: Carrier } | { missing: CarrierField[] } {
  const { legalName, idType, idNumber, plate } = data;
  const missing = CARRIER_FIELDS.filter((field) => !data[field]?.trim());
  const isWrong = missing.length === 0 && isError(checkTaxId(country, idType!, idNumber!));
  if (isWrong) return { missing: ["idNumber"] };
  return missing.length > 0 ? { missing } : { carrier: { legalName: legalName!, idType: idType!, idNumber: idNumber!, plate: plate! } };
}
