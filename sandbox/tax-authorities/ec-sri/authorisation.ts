import { hangUp, pause, text, type Answer } from "../../http";
import type { Fault, Faults } from "../../faults";
import { ecuadorianTime } from "./issue-date";
import { message } from "./messages";
import type { Register, Registered } from "./register";
import { element, messagesXml, readCall, soapAnswer } from "./soap";
import type { Service } from "./wsdl";

export const authorisationService: Service = {
  service: "AutorizacionComprobantesOffline",
  namespace: "http://ec.gob.sri.ws.autorizacion",
  name: "autorizacionComprobante",
  argument: "claveAccesoComprobante",
  argumentType: "string",
  answer: "RespuestaAutorizacionComprobante",
};

const ENVIRONMENT = element("ambiente", "PRUEBAS");

/** Plays the service that tells what became of a document, with the faults of the part `ec-sri-authorisation`. */
export async function authorise(body: Uint8Array, { register, faults }: { register: Register; faults: Faults }): Promise<Answer> {
  const fault = faults.take("ec-sri-authorisation", "down", "slow", "reject", "in-process", "empty", "timeout-after-accept");
  if (fault?.kind === "down") return fault.code === "reset" ? hangUp() : text("Service Unavailable", 503);
  if (fault?.kind === "slow" || fault?.kind === "timeout-after-accept") await pause(fault.ms ?? 3000);
  if (fault?.kind === "timeout-after-accept") return hangUp();
  const accessKey = readCall(body, authorisationService)?.trim() ?? "";
  if (fault?.kind === "empty") return fault.code === "void" ? soapAnswer(authorisationService, "") : answerWith(accessKey, []);
  const document = register.document(accessKey);
  if (!document) return answerWith(accessKey, []);
  if (fault?.kind === "in-process") return answerWith(accessKey, fault.code === undefined ? [] : [inProcess()]);
  if (fault?.kind === "reject") return answerWith(accessKey, [authorisation(refuse(document, fault, register))]);
  return answerWith(accessKey, [authorisation(document)]);
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
  const number = state === "AUTORIZADO" ? element("numeroAutorizacion", accessKey) : "";
  const at = element("fechaAutorizacion", ecuadorianTime(new Date(registeredAt)));
  return `<autorizacion>${element("estado", state)}${number}${at}${ENVIRONMENT}${element("comprobante", xml)}${messagesXml(messages)}</autorizacion>`;
}

const inProcess = (): string => `<autorizacion>${element("estado", "EN PROCESO")}${ENVIRONMENT}<mensajes/></autorizacion>`;

function answerWith(accessKey: string, authorisations: string[]): Answer {
  const head = element("claveAccesoConsultada", accessKey) + element("numeroComprobantes", String(authorisations.length));
  const all = `<autorizaciones>${authorisations.join("")}</autorizaciones>`;
  return soapAnswer(authorisationService, `<RespuestaAutorizacionComprobante>${head}${all}</RespuestaAutorizacionComprobante>`);
}
