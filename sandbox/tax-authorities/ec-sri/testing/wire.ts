import { afterEach } from "vitest";
import { createFaults, type Faults } from "../../../faults";
import { createRouter, serve } from "../../../http";
import { createSri, type Sri } from "../index";
import { child, childrenNamed, textAt, withXml, type Element } from "../xml";
import { aSigner, sign } from "./sign";
import { aFactura, type FacturaOptions } from "./a-factura";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const signer = aSigner();
/** A document, signed and in base64: ready to be sent. */
export const signedXml = (xml: string): string => sign(xml, signer).toString("base64");
/** A factura, likewise. */
export const signed = (options: FacturaOptions = {}): string => signedXml(aFactura(options));

interface Seen {
  state: string;
  codes: string[];
  details: string;
}
export interface Client {
  base: string;
  faults: Faults;
  sri: Sri;
  post(path: string, body: string, contentType?: string): Promise<Response>;
  send(base64: string): Promise<Seen & { accessKey: string }>;
  ask(accessKey: string): Promise<(Seen & { number: string; at: string; environment: string; xml: string })[]>;
}

export const NOON = new Date("2026-11-23T17:00:00Z"); // 12:00 in Quito

/** The authority on a free port, and a client that speaks to it as the WSDLs say. */
export async function startSri({
  now = () => NOON,
  journal,
  latencyMs,
}: { now?: () => Date; journal?: string; latencyMs?: number } = {}): Promise<Client> {
  const faults = createFaults();
  const sri = createSri({ faults, now, ...(journal === undefined ? {} : { journal }), ...(latencyMs === undefined ? {} : { latencyMs }) });
  const router = createRouter();
  sri.mount(router);
  const server = await serve(router, 0);
  open.push(server);
  const base = `http://127.0.0.1:${server.port}`;
  const post = (path: string, body: string, contentType = "text/xml;charset=UTF-8") =>
    fetch(`${base}/comprobantes-electronicos-ws/${path}`, {
      method: "POST",
      body,
      headers: { "content-type": contentType, soapaction: '""' },
    });
  return {
    base,
    faults,
    sri,
    post,
    async send(base64) {
      const response = await post(
        "RecepcionComprobantesOffline",
        envelope("ec.gob.sri.ws.recepcion", "validarComprobante", `<xml>${base64}</xml>`),
      );
      return answerOf(await response.text(), "{http://ec.gob.sri.ws.recepcion}validarComprobanteResponse", (answer) => {
        const returned = child(child(child(answer, "RespuestaRecepcionComprobante"), "comprobantes"), "comprobante");
        return {
          state: textAt(answer, "RespuestaRecepcionComprobante", "estado"),
          accessKey: textAt(returned, "claveAcceso"),
          ...messagesOf(returned),
        };
      });
    },
    async ask(accessKey) {
      const argument = `<claveAccesoComprobante>${accessKey}</claveAccesoComprobante>`;
      const response = await post(
        "AutorizacionComprobantesOffline",
        envelope("ec.gob.sri.ws.autorizacion", "autorizacionComprobante", argument),
      );
      return answerOf(await response.text(), "{http://ec.gob.sri.ws.autorizacion}autorizacionComprobanteResponse", (answer) => {
        const result = child(answer, "RespuestaAutorizacionComprobante");
        const all = childrenNamed(child(result, "autorizaciones"), "autorizacion");
        if (textAt(result, "numeroComprobantes") !== String(all.length))
          throw new Error("numeroComprobantes is another number than that of autorizaciones");
        return all.map((one) => ({
          state: textAt(one, "estado"),
          number: textAt(one, "numeroAutorizacion"),
          at: textAt(one, "fechaAutorizacion"),
          environment: textAt(one, "ambiente"),
          xml: textAt(one, "comprobante"),
          ...messagesOf(one),
        }));
      });
    },
  };
}

export const envelope = (namespace: string, operation: string, argument: string): string =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ec="http://${namespace}"><soapenv:Header/>` +
  `<soapenv:Body><ec:${operation}>${argument}</ec:${operation}></soapenv:Body></soapenv:Envelope>`;

function answerOf<T>(xml: string, name: string, read: (answer: Element) => T): T {
  return withXml(Buffer.from(xml), (root) => {
    const answer = child(child(root, "{http://schemas.xmlsoap.org/soap/envelope/}Body"), name);
    if (!answer) throw new Error(`no ${name} in ${xml}`);
    return read(answer);
  });
}

function messagesOf(element: Element | undefined): Pick<Seen, "codes" | "details"> {
  const all = childrenNamed(child(element, "mensajes"), "mensaje");
  return {
    codes: all.map((one) => textAt(one, "identificador") + (textAt(one, "tipo") === "ADVERTENCIA" ? " (warning)" : "")),
    details: all.map((one) => textAt(one, "informacionAdicional")).join("\n"),
  };
}
