import type { DispatchGuideInput, Recipient } from "~/domain/document/document";
import type { BuiltDocument, Outcome, Problem } from "../pack";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, type Xml } from "../shared/xml";
import { accessKey, DOCUMENT_CODES } from "./access-key";
import { additionalInfo } from "./additional-info";
import { built } from "./built";
import { issuerProblem } from "./issuer-problem";
import { whatAndHowMany } from "./line-elements";
import { establishmentAddress, fecha, keepsAccounts, LONG, specialTaxpayer, taxInfo } from "./tax-info";
import { carrier, missingText, plate, transportDates, transportProblem } from "./transport-elements";

/**
 * The unsigned guía de remisión 1.1.0: one transport with all its recipients. Problems: `issuer_data_invalid` { field },
 * `dispatch_data_missing` { field }, `transport_dates_invalid` { from, to }, `original_invalid` { number }.
 */
export function dispatchGuide(input: DispatchGuideInput): Outcome<BuiltDocument> {
  const wrong =
    issuerProblem(input.issuer, input.series) ??
    transportProblem(input, input.issueDate) ??
    (input.recipients.length === 0 ? { code: "dispatch_data_missing", params: { field: "recipients" } } : null) ??
    input.recipients.map(recipientProblem).find((problem) => problem !== null);
  if (wrong) return { ok: false, problem: wrong };
  const key = accessKey(input);
  return {
    ok: true,
    value: built(input, key, { name: "guiaRemision", version: "1.1.0" }, [
      taxInfo(input, key),
      guideInfo(input),
      element("destinatarios", input.recipients.map(destinatario)),
      additionalInfo(input.additional),
    ]),
  };
}

function recipientProblem({ idNumber, legalName, address, motive, lines, support }: Recipient): Problem | null {
  const missing = missingText({ idNumber, legalName, address, motive, lines: lines.length > 0 ? "some" : "" });
  if (missing || !support) return missing;
  const isRight = /^\d{3}-\d{3}-\d{9}$/.test(support.number) && /^\d{10,49}$/.test(support.authorisation);
  return isRight ? null : { code: "original_invalid", params: { number: support.number } };
}

const guideInfo = (input: DispatchGuideInput): Xml =>
  element("infoGuiaRemision", [
    establishmentAddress(input.issuer),
    textElement("dirPartida", oneLine(input.originAddress, LONG)),
    ...carrier(input),
    keepsAccounts(input.issuer),
    specialTaxpayer(input.issuer),
    ...transportDates(input),
    plate(input),
  ]);

const destinatario = ({ idNumber, legalName, address, motive, route, support, lines }: Recipient): Xml =>
  element("destinatario", [
    textElement("identificacionDestinatario", oneLine(idNumber, 20)),
    textElement("razonSocialDestinatario", oneLine(legalName, LONG)),
    textElement("dirDestinatario", oneLine(address, LONG)),
    textElement("motivoTraslado", oneLine(motive, LONG)),
    optionalElement("ruta", oneLine(route, LONG)),
    ...(support
      ? [
          textElement("codDocSustento", DOCUMENT_CODES[support.documentType]),
          textElement("numDocSustento", support.number),
          textElement("numAutDocSustento", support.authorisation),
          textElement("fechaEmisionDocSustento", fecha(support.issueDate)),
        ]
      : []),
    element(
      "detalles",
      lines.map((line) => element("detalle", whatAndHowMany(line, "codigoInterno"))),
    ),
  ]);
