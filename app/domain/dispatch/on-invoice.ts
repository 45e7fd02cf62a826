import type { InvoiceInput } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";
import { originAddress } from "~/domain/place/origin-address";
import { dateIn } from "~/domain/time/calendar";
import { carrierOf, type TransportData } from "./carrier";

type Moving = { method: string; state: string; startedAt: Date | null; runId: string | null };

/**
 * The one delivery whose goods an invoice may accompany: the only one that it covers, brought by a courier who has set out, and in no run,
 * since a run has a guide of its own. Null where there is none.
 */
export function accompanied<D extends Moving>(covered: readonly D[]): D | null {
  const [only, ...more] = covered.filter(({ state }) => state !== "cancelled");
  return only && more.length === 0 && only.method === "courier" && only.startedAt !== null && only.runId === null ? only : null;
}

type Facts = {
  issueDate: string;
  startedAt: Date;
  timeZone: string;
  courier: TransportData;
  country: string;
  origin: Parameters<typeof originAddress>[0];
  issuer: Parameters<typeof originAddress>[1];
  destination: Parameters<typeof addressLine>[0];
};

/**
 * What an invoice says of the way of its goods in place of a guide (factura 2.1.0, infoSustitutivaGuiaRemision), for the day on which they set
 * out. Null where it can't: the courier's data or the address are incomplete, or the invoice is of a later day than the journey.
 */
export function transportOnInvoice(facts: Facts): NonNullable<InvoiceInput["transport"]> | null {
  const day = dateIn(facts.startedAt, facts.timeZone);
  const driver = carrierOf(facts.courier, facts.country);
  const destinationAddress = addressLine(facts.destination);
  if ("missing" in driver || !destinationAddress || day < facts.issueDate) return null;
  return {
    carrier: driver.carrier,
    originAddress: originAddress(facts.origin, facts.issuer),
    startsOn: day,
    endsOn: day,
    destinationAddress,
    destinations: [{ motive: "Venta", route: null }],
  };
}
