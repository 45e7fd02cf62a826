import { json, notFound, pause, text, type Answer, type Handler, type Router } from "../../http";
import type { Faults } from "../../faults";
import { authorisationService, authorise } from "./authorisation";
import { typeOfKey } from "./document-types";
import { receive, receptionService } from "./reception";
import { createRegister, type Registered } from "./register";
import { SoapFault, soapFault } from "./soap";
import { wsdlOf, type Service } from "./wsdl";

export type { Message } from "./messages";
export type { Registered } from "./register";

export interface Sri {
  mount(router: Router): void;
  documents(): Registered[];
  document(accessKey: string): Registered | undefined;
  reset(): void;
}

export interface SriOptions {
  faults: Faults;
  now: () => Date;
  /** File that keeps what was registered over a restart. */
  journal?: string;
  /** What the authority takes for each call. */
  latencyMs?: number;
}

/** Ecuador's tax authority in its test environment (ambiente 1): reception and authorisation of facturas, notas de crédito and guías de remisión over SOAP. */
export function createSri({ faults, now, journal, latencyMs = 0 }: SriOptions): Sri {
  const register = createRegister(journal);

  function offer(router: Router, service: Service, answer: (body: Buffer) => Promise<Answer>): void {
    const path = `/comprobantes-electronicos-ws/${service.service}`;
    router.on("GET", path, ({ url }) =>
      url.searchParams.has("wsdl") ? wsdlOf(service, url.origin + url.pathname) : notFound("ask for ?wsdl"),
    );
    router.on("POST", path, asSoap(answer, latencyMs));
  }

  return {
    mount(router) {
      offer(router, receptionService, (body) => receive(body, { register, faults, now }));
      offer(router, authorisationService, (body) => authorise(body, { register, faults }));
      router.on("GET", "/sandbox/tax-authorities/ec-sri/documents", () =>
        json(register.documents().map(({ xml: _, ...summary }) => shown(summary))),
      );
      router.on("GET", "/sandbox/tax-authorities/ec-sri/documents/:key", ({ params }) => {
        const document = register.document(params.key ?? "");
        return document ? json(shown(document)) : notFound(`no document ${params.key}`);
      });
    },
    documents: register.documents,
    document: register.document,
    reset: register.clear,
  };
}

/** As a reader sees it: with the kind of document, which the key tells. */
const shown = <T extends { accessKey: string }>(document: T): T & { type: string } => ({
  type: typeOfKey(document.accessKey),
  ...document,
});

function asSoap(answer: (body: Buffer) => Promise<Answer>, latencyMs: number): Handler {
  return async ({ headers, body }) => {
    if (latencyMs > 0) await pause(latencyMs);
    if (!/^text\/xml\b/i.test(headers["content-type"] ?? "")) return text("SOAP 1.1 is text/xml", 415);
    try {
      return await answer(body);
    } catch (error) {
      if (error instanceof SoapFault) return soapFault(error.message);
      throw error;
    }
  };
}
