import { hangUp, pause, type Answer } from "../../http";
import { isAbout, type Faults } from "../../faults";
import { judge } from "./judge";
import { message, type Message } from "./messages";
import { numberOf, type Register } from "./register";
import { argumentIn, element, messagesXml, readCall, soapAnswer } from "./soap";
import { garbled, unreachable } from "./trouble";
import type { Service } from "./wsdl";

export const receptionService: Service = {
  service: "RecepcionComprobantesOffline",
  namespace: "http://ec.gob.sri.ws.recepcion",
  name: "validarComprobante",
  argument: "xml",
  argumentType: "base64Binary",
  answer: "RespuestaRecepcionComprobante",
};

const STILL_PROCESSING = message("70", "la clave de acceso se envió antes y su proceso no ha terminado");
const STRIKING = ["down", "slow", "reject", "in-process", "empty", "garbled", "timeout-after-accept"] as const;
const NOTHING = soapAnswer(receptionService, "");

/** Plays the service that takes documents, with the faults of the part `ec-sri-reception`. */
export async function receive(
  body: Uint8Array,
  { register, faults, now }: { register: Register; faults: Faults; now: () => Date },
): Promise<Answer> {
  const sent = Buffer.from(argumentIn(body, receptionService), "base64").toString("utf8");
  register.noteSent(sent);
  const fault = faults.takeFor(sent, "ec-sri-reception", ...STRIKING);
  if (fault?.kind === "down") return unreachable(fault);
  if (fault?.kind === "garbled" && fault.code === "html") return garbled(fault, NOTHING);
  if (fault?.kind === "slow") await pause(fault.ms ?? 3000);
  if (fault?.kind === "empty" && fault.code === "lost") return NOTHING;
  const refusal = fault?.kind === "reject" ? message(fault.code ?? "50", "falla provocada en el ambiente de pruebas") : undefined;
  const isInProcess = fault?.kind === "in-process";
  const answer = take(readCall(body, receptionService), { register, faults, now: now(), refusal, isInProcess });
  if (fault?.kind === "empty") return NOTHING;
  if (fault?.kind === "garbled") return garbled(fault, answer);
  if (fault?.kind !== "timeout-after-accept") return answer;
  await pause(fault.ms ?? 3000);
  return hangUp();
}

interface Taking {
  register: Register;
  faults: Faults;
  now: Date;
  /** What a right document is returned with all the same. */
  refusal: Message | undefined;
  /** A right document is taken, but returned as one whose processing has not ended. */
  isInProcess: boolean;
}

function take(argument: string | undefined, { register, faults, now, refusal, isInProcess }: Taking): Answer {
  const encoded = argument?.replace(/\s+/g, "");
  if (encoded === undefined || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded) || encoded.length % 4 !== 0) {
    return returned("", message("49", "el argumento xml falta o no es base64"));
  }
  const source = Buffer.from(encoded, "base64");
  if (source.length === 0) return returned("", message("36", "archivo XML vacío"));
  const judgement = judge(source, { now, register });
  if ("returned" in judgement) return returned(judgement.accessKey, judgement.returned);
  const { document } = judgement;
  const why = refusal ?? alreadyKnown(document.accessKey, register, faults);
  if (!why) register.put(document);
  if (isInProcess && register.document(document.accessKey)) return returned(document.accessKey, STILL_PROCESSING);
  return why ? returned(document.accessKey, why) : answerWith("RECIBIDA", "<comprobantes/>");
}

/** A document that was not authorised may be corrected and sent again under its own key. */
function alreadyKnown(accessKey: string, register: Register, faults: Faults): Message | undefined {
  const known = register.document(accessKey);
  if (known && isStillProcessing(faults, known.xml)) return STILL_PROCESSING;
  if (known && known.state !== "NO AUTORIZADO") return message("43", "la clave de acceso ya está registrada");
  const holder = register.holderOf(numberOf(accessKey));
  return holder && message("45", `el secuencial ya fue usado por la clave de acceso ${holder.accessKey}`);
}

const isStillProcessing = (faults: Faults, xml: string): boolean =>
  faults.list().some((fault) => fault.part === "ec-sri-authorisation" && fault.kind === "in-process" && isAbout(fault, xml));

function returned(accessKey: string, why: Message): Answer {
  const key = accessKey === "" ? "" : element("claveAcceso", accessKey);
  return answerWith("DEVUELTA", `<comprobantes><comprobante>${key}${messagesXml([why])}</comprobante></comprobantes>`);
}

const answerWith = (state: string, documents: string): Answer =>
  soapAnswer(receptionService, `<RespuestaRecepcionComprobante>${element("estado", state)}${documents}</RespuestaRecepcionComprobante>`);
