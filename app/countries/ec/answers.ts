import { TransientFailure } from "~/ports/failures";
import type { AuthorityMessage, Authorisation } from "../pack";
import { readXml, type ReadXml } from "../shared/read-xml";

/** Reception: taken for processing, or returned with its reasons. */
export type Reception = { received: boolean; messages: AuthorityMessage[] };

/** Authorisation of one document; null while there is none (in process, or never heard of). */
export type Verdict =
  | { state: "authorised"; authorisation: Authorisation; messages: AuthorityMessage[] }
  | Refused
  | { state: "annulled"; messages: AuthorityMessage[] }
  | { state: "in_process"; messages: AuthorityMessage[] };
type Refused = { state: "refused"; messages: AuthorityMessage[] };

/** Reads RespuestaRecepcionComprobante. Throws TransientFailure on anything else, such as a page of a proxy. */
export function readReception(answer: string): Reception {
  return read(answer, "RespuestaRecepcionComprobante", (response) => {
    const state = response.text("estado");
    if (state !== "RECIBIDA" && state !== "DEVUELTA") throw new TransientFailure("SRI reception answered without a known state");
    return { received: state === "RECIBIDA", messages: messagesIn(response) };
  });
}

/**
 * Reads RespuestaAutorizacionComprobante: of several authorisations the AUTORIZADO one, else what is still in process, else what was
 * annulled, else the last refusal. Null for an empty list. Throws TransientFailure on anything else, or on an answer about another document.
 */
export function readAuthorisation(answer: string, accessKey: string): Verdict | null {
  return read(answer, "RespuestaAutorizacionComprobante", (response) => {
    const asked = response.text("claveAccesoConsultada");
    if (asked && asked !== accessKey) throw new TransientFailure("SRI answered about another document");
    const verdicts = response.all("autorizacion").map((node) => verdict(node, accessKey));
    const inState = (state: Verdict["state"]) => verdicts.findLast((found) => found.state === state);
    return inState("authorised") ?? inState("in_process") ?? inState("annulled") ?? inState("refused") ?? null;
  });
}

function read<T>(answer: string, name: string, reader: (response: ReadXml) => T): T {
  try {
    return readXml(answer, (root) => {
      const response = root.all(name)[0];
      if (!response) throw new TransientFailure(`SRI answered without ${name}`);
      return reader(response);
    });
  } catch (error) {
    if (error instanceof TransientFailure) throw error;
    throw new TransientFailure("SRI answered something that is no XML", { cause: error });
  }
}

function verdict(node: ReadXml, accessKey: string): Verdict {
  const messages = messagesIn(node);
  const state = node.text("estado");
  if (state === "AUTORIZADO") return { state: "authorised", authorisation: authorisation(node, accessKey), messages };
  // After the taxpayer annulled it in SRI en línea [mem]: no table at hand names the state.
  if (state === "ANULADO" || state === "ANULADA") return { state: "annulled", messages };
  if (state === "NO AUTORIZADO" || state === "RECHAZADO" || state === "RECHAZADA") return { state: "refused", messages };
  return { state: "in_process", messages };
}

function authorisation(node: ReadXml, accessKey: string): Authorisation {
  return {
    number: node.text("numeroAutorizacion") || accessKey,
    at: instant(node.text("fechaAutorizacion") ?? ""),
    environment: node.text("ambiente") ?? "",
    xml: node.text("comprobante") ?? "",
  };
}

/** xs:dateTime, in Ecuador's time where it names no offset. */
function instant(dateTime: string): string {
  const text = dateTime.trim();
  const parsed = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}-05:00`);
  if (Number.isNaN(parsed)) throw new TransientFailure("SRI authorised without a readable date");
  return new Date(parsed).toISOString();
}

const messagesIn = (node: ReadXml): AuthorityMessage[] =>
  node
    .all("mensaje")
    .filter((message) => message.text("identificador") !== null)
    .map((message) => ({
      code: message.text("identificador") ?? "",
      text: message.text("mensaje") ?? "",
      detail: message.text("informacionAdicional") || null,
      kind: message.text("tipo") === "ERROR" ? "error" : "warning",
    }));
