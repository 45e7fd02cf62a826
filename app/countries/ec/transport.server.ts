import { setTimeout as pause } from "node:timers/promises";
import type { Issuer } from "~/domain/document/document";
import { TransientFailure } from "~/ports/failures";
import type { Answer, AuthorityMessage, AuthorityNet, SignedDocument } from "../pack";
import { postSoap } from "../shared/soap.server";
import { element, textElement, type Xml } from "../shared/xml";
import { readAuthorisation, readReception, type Verdict } from "./answers";
import { reactionTo } from "./responses";

type Environment = Issuer["environment"];

/** SRI authorises in a second or so, in its own process: ask at once and twice more, then leave it to the queue. */
const PAUSES_BEFORE_ASKING_MS = [0, 300, 900];

/**
 * Sends a signed document and asks for its authorisation. Throws TransientFailure when it is not known whether it arrived; after that, and
 * when SRI has trouble of its own (50, 99: `troubled`), the caller asks by `recover` before it sends again.
 */
export async function transmit(document: SignedDocument, environment: Environment, net: AuthorityNet): Promise<Answer> {
  const reception = readReception(await post("RecepcionComprobantesOffline", validarComprobante(document.xml), environment, net));
  if (reception.received) return await askSoon(document.accessKey, environment, net);
  const { messages } = reception;
  const { reaction, code } = reactionTo(messages);
  if (reaction === "ask") return await askSoon(document.accessKey, environment, net, messages);
  if (reaction === "again") return { state: "troubled", code, messages };
  return { state: "rejected", code, numberBurned: reaction === "burn", messages };
}

/**
 * Asks once. `absent` is an empty list: SRI knows nothing of the key, or, for some seconds after a send, not yet. Sending the same bytes
 * again is harmless then: the answer is 43 or 70, which `transmit` turns into asking.
 */
export async function recover(accessKey: string, environment: Environment, net: AuthorityNet): Promise<Answer> {
  const verdict = await ask(accessKey, environment, net);
  if (verdict === null) return { state: "absent", messages: [] };
  if (verdict.state !== "refused") return answer(verdict);
  const { reaction } = reactionTo(verdict.messages);
  // SRI gave up on it for reasons of its own (50, 99) and will not take it up again by itself: the same document may be sent anew.
  return reaction === "again" ? { state: "absent", messages: verdict.messages } : answer(verdict);
}

/** The document has arrived: from here on no answer means "ask later", never "not known". `messages`: why SRI did not take it a second time. */
async function askSoon(accessKey: string, environment: Environment, net: AuthorityNet, messages: AuthorityMessage[] = []): Promise<Answer> {
  for (const milliseconds of PAUSES_BEFORE_ASKING_MS) {
    await pause(milliseconds);
    const verdict = await askQuietly(accessKey, environment, net);
    if (verdict && verdict.state !== "in_process") return answer(verdict);
  }
  return { state: "pending", messages };
}

async function askQuietly(accessKey: string, environment: Environment, net: AuthorityNet): Promise<Verdict | null> {
  try {
    return await ask(accessKey, environment, net);
  } catch (error) {
    if (error instanceof TransientFailure) return null;
    throw error;
  }
}

async function ask(accessKey: string, environment: Environment, net: AuthorityNet): Promise<Verdict | null> {
  return readAuthorisation(await post("AutorizacionComprobantesOffline", autorizacionComprobante(accessKey), environment, net), accessKey);
}

function answer(verdict: Verdict): Answer {
  const { messages } = verdict;
  if (verdict.state === "authorised") return { state: "authorised", authorisation: verdict.authorisation, messages };
  if (verdict.state === "in_process") return { state: "pending", messages };
  if (verdict.state === "annulled") return { state: "annulled", messages };
  const { reaction, code } = reactionTo(messages);
  if (reaction === "ask") return { state: "pending", messages };
  if (reaction === "again") return { state: "troubled", code, messages };
  return { state: "rejected", code, numberBurned: reaction === "burn", messages };
}

async function post(service: string, operation: Xml, environment: Environment, net: AuthorityNet): Promise<string> {
  const base = environment === "production" ? net.productionUrl : net.testUrl;
  const url = `${base.replace(/\/+$/, "")}/comprobantes-electronicos-ws/${service}`;
  return await postSoap({ url, body: envelope(operation), timeoutMs: net.timeoutMs });
}

const envelope = (operation: Xml): Xml =>
  element("soapenv:Envelope", [element("soapenv:Body", [operation])], { "xmlns:soapenv": "http://schemas.xmlsoap.org/soap/envelope/" });

const validarComprobante = (xml: string): Xml =>
  element("ec:validarComprobante", [textElement("xml", Buffer.from(xml).toString("base64"))], {
    "xmlns:ec": "http://ec.gob.sri.ws.recepcion",
  });

const autorizacionComprobante = (accessKey: string): Xml =>
  element("ec:autorizacionComprobante", [textElement("claveAccesoComprobante", accessKey)], {
    "xmlns:ec": "http://ec.gob.sri.ws.autorizacion",
  });
