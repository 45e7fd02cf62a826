import { hangUp, pause, type Answer } from "../../http";
import type { Fault, Faults } from "../../faults";
import { ecuadorianTime } from "./issue-date";
import { message } from "./messages";
import type { Register, Registered } from "./register";
import { argumentIn, element, messagesXml, readCall, soapAnswer } from "./soap";
import { garbled, unreachable } from "./trouble";
import type { Service } from "./wsdl";

export const authorisationService: Service = {
  service: "AutorizacionComprobantesOffline",
  namespace: "http://ec.gob.sri.ws.autorizacion",
  name: "autorizacionComprobante",
  argument: "claveAccesoComprobante",
  argumentType: "string",
  answer: "RespuestaAutorizacionComprobante",
};

const STRIKING = ["down", "slow", "reject", "in-process", "empty", "garbled", "annulled", "timeout-after-accept"] as const;
const ENVIRONMENT = element("ambiente", "PRUEBAS");

/** Plays the service that tells what became of a document, with the faults of the part `ec-sri-authorisation`. */
export async function authorise(body: Uint8Array, { register, faults }: { register: Register; faults: Faults }): Promise<Answer> {
  const about = register.sentUnder(argumentIn(body, authorisationService).trim());
  const fault = faults.takeFor(about, "ec-sri-authorisation", ...STRIKING);
  if (fault?.kind === "down") return unreachable(fault);
  if (fault?.kind === "slow" || fault?.kind === "timeout-after-accept") await pause(fault.ms ?? 3000);
  if (fault?.kind === "timeout-after-accept") return hangUp();
  const accessKey = readCall(body, authorisationService)?.trim() ?? "";
  if (fault?.kind === "empty") return fault.code === "void" ? soapAnswer(authorisationService, "") : answerWith(accessKey, []);
  const answer = answerWith(accessKey, authorisationsOf(register.document(accessKey), fault, register));
  return fault?.kind === "garbled" ? garbled(fault, answer) : answer;
}

function authorisationsOf(document: Registered | undefined, fault: Fault | undefined, register: Register): string[] {
  if (!document) return [];
  if (fault?.kind === "in-process") return fault.code === undefined ? [] : [inProcess()];
  if (fault?.kind === "reject") return [authorisation(refuse(document, fault, register))];
  if (fault?.kind === "annulled") return [authorisation(annul(document, register))];
  return [authorisation(document)];
}

/** The taxpayer annulled it in SRI en línea: for good, and its number with it. */
function annul(document: Registered, register: Register): Registered {
  const annulled: Registered = { ...document, state: "ANULADO" };
  register.put(annulled);
  return annulled;
}

/** A refusal asked for by a fault is a verdict like any other: it stays on file and the document may be sent again. */
function refuse(document: Registered, fault: Fault, register: Register): Registered {
  const refused: Registered = {
    ...document,
    state: "NO AUTORIZADO",
    messages: [message(fault.code ?? "52", "falla provocada en el ambiente de pruebas")],
  };
  register.put(refused);
  return refused;
}

function authorisation({ accessKey, state, registeredAt, messages, xml }: Registered): string {
  const number = state !== "NO AUTORIZADO" ? element("numeroAutorizacion", accessKey) : "";
  const at = element("fechaAutorizacion", ecuadorianTime(new Date(registeredAt)));
  return `<autorizacion>${element("estado", state)}${number}${at}${ENVIRONMENT}${element("comprobante", xml)}${messagesXml(messages)}</autorizacion>`;
}

const inProcess = (): string => `<autorizacion>${element("estado", "EN PROCESO")}${ENVIRONMENT}<mensajes/></autorizacion>`;

function answerWith(accessKey: string, authorisations: string[]): Answer {
  const head = element("claveAccesoConsultada", accessKey) + element("numeroComprobantes", String(authorisations.length));
  const all = `<autorizaciones>${authorisations.join("")}</autorizaciones>`;
  return soapAnswer(authorisationService, `<RespuestaAutorizacionComprobante>${head}${all}</RespuestaAutorizacionComprobante>`);
}
