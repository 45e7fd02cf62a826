import type { Transport } from "~/domain/document/document";
import type { Problem } from "../pack";
import { oneLine } from "../shared/text";
import { textElement, type Xml } from "../shared/xml";
import { ID_TYPE_CODES, idTypeCode } from "./buyer";
import { fecha, LONG } from "./tax-info";

/** What a document about moving goods lacks: `dispatch_data_missing` { field }, or `transport_dates_invalid`; null for nothing. */
export function transportProblem({ carrier, originAddress, startsOn, endsOn }: Transport, issueDate: string): Problem | null {
  const { legalName, idNumber, plate, idType } = carrier;
  const missing = missingText({ legalName, idNumber, plate, originAddress });
  if (missing) return missing;
  if (!Object.hasOwn(ID_TYPE_CODES, idType)) return { code: "dispatch_data_missing", params: { field: "idType" } };
  // SRI's error 82: a guide comes before the goods move.
  return issueDate <= startsOn && startsOn <= endsOn ? null : { code: "transport_dates_invalid", params: { from: startsOn, to: endsOn } };
}

/** The first of the texts that says nothing. */
export function missingText(texts: Readonly<Record<string, string | undefined>>): Problem | null {
  const found = Object.entries(texts).find(([, text]) => oneLine(text, LONG) === "");
  return found ? { code: "dispatch_data_missing", params: { field: found[0] } } : null;
}

export const carrier = ({ carrier: { legalName, idType, idNumber } }: Transport): Xml[] => [
  textElement("razonSocialTransportista", oneLine(legalName, LONG)),
  textElement("tipoIdentificacionTransportista", idTypeCode(idType)),
  textElement("rucTransportista", oneLine(idNumber, 20)),
];

export const transportDates = ({ startsOn, endsOn }: Transport): Xml[] => [
  textElement("fechaIniTransporte", fecha(startsOn)),
  textElement("fechaFinTransporte", fecha(endsOn)),
];

export const plate = ({ carrier: { plate: number } }: Transport): Xml => textElement("placa", oneLine(number, 20).toUpperCase());
