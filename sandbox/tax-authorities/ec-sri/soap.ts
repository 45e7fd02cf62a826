import { bytes, type Answer } from "../../http";
import { child, escapeText, NotXml, textAt, withXml, type Element } from "./xml";
import type { Message } from "./messages";

const ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

export class SoapFault extends Error {}

export interface Operation {
  namespace: string;
  name: string;
  /** The one argument: an unqualified child, as the service's WSDL says. */
  argument: string;
}

/** Reads the argument of a document/literal call; undefined when it is not there. Throws SoapFault for what is no such call. */
export function readCall(body: Uint8Array, { namespace, name, argument }: Operation): string | undefined {
  try {
    return withXml(body, (envelope) => {
      const call = only(only(named(envelope, `{${ENVELOPE}}Envelope`), `{${ENVELOPE}}Body`), `{${namespace}}${name}`);
      const unexpected = call.children.find((one) => one.name !== argument);
      if (unexpected)
        throw new SoapFault(`Unmarshalling Error: unexpected element ${unexpected.name}. Expected elements are <{}${argument}>`);
      return child(call, argument) && textAt(call, argument);
    });
  } catch (error) {
    if (error instanceof NotXml) throw new SoapFault(`Error reading the message: ${error.message}`);
    throw error;
  }
}

/** The argument as far as it can be read; "" in what is no call: the fault is told when the call is carried out. */
export function argumentIn(body: Uint8Array, operation: Operation): string {
  try {
    return readCall(body, operation) ?? "";
  } catch (error) {
    if (error instanceof SoapFault) return "";
    throw error;
  }
}

export const soapAnswer = ({ namespace, name }: Operation, content: string): Answer =>
  envelope(`<ns2:${name}Response xmlns:ns2="${namespace}">${content}</ns2:${name}Response>`, 200);

export const soapFault = (reason: string): Answer =>
  envelope(`<soap:Fault><faultcode>soap:Client</faultcode><faultstring>${escapeText(reason)}</faultstring></soap:Fault>`, 500);

export const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;

export function messagesXml(messages: Message[]): string {
  const each = messages.map(({ identificador, mensaje, informacionAdicional, tipo }) => {
    const detail = informacionAdicional === "" ? "" : element("informacionAdicional", informacionAdicional);
    return `<mensaje>${element("identificador", identificador)}${element("mensaje", mensaje)}${detail}${element("tipo", tipo)}</mensaje>`;
  });
  return `<mensajes>${each.join("")}</mensajes>`;
}

function envelope(content: string, status: number): Answer {
  return bytes(
    `<soap:Envelope xmlns:soap="${ENVELOPE}"><soap:Body>${content}</soap:Body></soap:Envelope>`,
    "text/xml;charset=UTF-8",
    status,
  );
}

function only(parent: Element, name: string): Element {
  return named(parent.children.filter((one) => one.name !== `{${ENVELOPE}}Header`)[0], name);
}

function named(found: Element | undefined, name: string): Element {
  if (found?.name !== name) throw new SoapFault(`expected ${name}, found ${found?.name ?? "nothing"}`);
  return found;
}
