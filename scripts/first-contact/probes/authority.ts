import { countryPack } from "~/countries";
import { readAuthorisation, readReception } from "~/countries/ec/answers";
import { reactionTo } from "~/countries/ec/responses";
import type { DocumentRecord } from "~/ports/document-records";
import type { Finding, Probe, World } from "../probe.ts";
import { NotPossible, spread } from "../wait.ts";
import { xmlFacts } from "../xml-facts.ts";

const RECEPTION = "RecepcionComprobantesOffline";
const AUTHORISATION = "AutorizacionComprobantesOffline";

const envelope = (namespace: string, call: string) =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${call.replace(/^<ec:(\w+)>/, `<ec:$1 xmlns:ec="${namespace}">`)}</soapenv:Body></soapenv:Envelope>`;

const sending = (xml: string) =>
  envelope(
    "http://ec.gob.sri.ws.recepcion",
    `<ec:validarComprobante><xml>${Buffer.from(xml).toString("base64")}</xml></ec:validarComprobante>`,
  );
const asking = (key: string) =>
  envelope(
    "http://ec.gob.sri.ws.autorizacion",
    `<ec:autorizacionComprobante><claveAccesoComprobante>${key}</claveAccesoComprobante></ec:autorizacionComprobante>`,
  );

async function post(
  { authorityUrl }: World,
  service: string,
  body: string,
): Promise<{ status: number; type: string; text: string; ms: number }> {
  const started = performance.now();
  const answer = await fetch(`${authorityUrl.replace(/\/+$/, "")}/comprobantes-electronicos-ws/${service}`, {
    ...{ method: "POST", headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' }, body },
    signal: AbortSignal.timeout(30_000),
  });
  return {
    text: await answer.text(),
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    ms: Math.round(performance.now() - started),
  };
}

/** How an answer is built, without the document it may carry. */
const factsOf = (name: string, { status, type, text }: { status: number; type: string; text: string }) => ({
  [name]: { answer: `status ${status}`, "content-type": type, body: xmlFacts(text) },
});

/** Our reader's word on an answer: a finding when it can't make head or tail of it. */
function readable(what: string, read: () => unknown): Finding[] {
  try {
    read();
    return [];
  } catch (error) {
    return [
      {
        expected: `${what} is read by our parser`,
        seen: (error as Error).message,
        severity: "blocks",
        mend: "app/countries/ec/answers.ts",
      },
    ];
  }
}

export const envelopes: Probe = {
  name: "authority/envelopes",
  what: "the raw answers of SRI to our documents are built as the sandbox builds them",
  mend: "app/countries/ec/answers.ts",
  needs: ["chain/invoiced"],
  run({ authority }) {
    if (!authority)
      throw new NotPossible(
        "the app was started by somebody else, so nobody stood between it and SRI; authority/asked-again shows what can be seen from here",
      );
    const of = (service: string) => authority.exchanges.filter(({ path, method }) => method === "POST" && path.includes(service));
    const answers = (service: string, name: string) =>
      of(service).map((one) =>
        factsOf(name, { status: one.status, type: String(one.responseHeaders["content-type"] ?? ""), text: one.responseBody }),
      );
    const measures = {
      ...spread(
        "reception (ms)",
        of(RECEPTION).map(({ ms }) => ms),
      ),
      ...spread(
        "authorisation (ms)",
        of(AUTHORISATION).map(({ ms }) => ms),
      ),
      ...{ sent: of(RECEPTION).length, asked: of(AUTHORISATION).length },
    };
    const silent = [...of(RECEPTION), ...of(AUTHORISATION)].filter(({ status }) => status !== 200);
    const findings = silent.map(({ status }): Finding => ({
      expected: "answer 200",
      seen: status === 0 ? "no answer" : String(status),
      severity: "unknown",
    }));
    return Promise.resolve({ facts: [...answers(RECEPTION, "reception"), ...answers(AUTHORISATION, "authorisation")], findings, measures });
  },
};

async function anAuthorised({ ports, shop, orders }: World): Promise<DocumentRecord> {
  const s = ports.store.of(shop.id);
  for (const { gid } of orders) {
    const record = await s.orderByGid(gid);
    const document = record && (await s.invoicesOfOrder(record.id))[0];
    if (document?.authorisedAt) return document;
  }
  throw new NotPossible("no invoice was authorised");
}

export const askedAgain: Probe = {
  name: "authority/asked-again",
  what: "an authorised invoice asked for by its key, and sent a second time: both must answer that it is known",
  mend: "app/countries/ec/answers.ts, app/countries/ec/responses.ts",
  needs: ["chain/invoiced"],
  async run(world) {
    const document = await anAuthorised(world);
    const key = document.accessKey!;
    const asked = await post(world, AUTHORISATION, asking(key));
    const again = await post(world, RECEPTION, sending(document.signedXml!));
    const findings = readable("an authorisation", () => {
      if (readAuthorisation(asked.text, key)?.state !== "authorised") throw new Error("not read as authorised");
    });
    findings.push(
      ...readable("a second reception", () => {
        const { received, messages } = readReception(again.text);
        if (!received && reactionTo(messages).reaction !== "ask")
          throw new Error(`not read as known already: ${messages.map(({ code, text }) => `${code} ${text}`).join(", ")}`);
      }),
    );
    const kept = readAuthorisation(asked.text, key);
    const sameBytes = kept?.state === "authorised" && kept.authorisation.xml.trim() === document.signedXml?.trim();
    if (!sameBytes)
      findings.push({
        expected: "SRI gives back the very document that was sent",
        seen: "it differs",
        severity: "unknown",
        mend: "app/workflows/document/mail-document.ts",
      });
    return {
      facts: [factsOf("asked", asked), factsOf("again", again)],
      findings,
      measures: { "asking (ms)": asked.ms, "sending (ms)": again.ms },
    };
  },
};

export const unknownKey: Probe = {
  name: "authority/unknown-key",
  what: "a key that was never sent is answered as unknown: only then may a document be sent again",
  mend: "app/countries/ec/transport.server.ts (recover), app/countries/ec/answers.ts",
  needs: ["chain/invoiced"],
  async run(world) {
    const { input } = await anAuthorised(world);
    const key = countryPack("EC").accessKey({ ...input!, sequence: 999_999_999, randomCode: "31415926" });
    const answer = await post(world, AUTHORISATION, asking(key));
    const findings = readable("an unknown key", () => {
      const verdict = readAuthorisation(answer.text, key);
      if (verdict !== null) throw new Error(`read as ${verdict.state}`);
    });
    return { facts: [factsOf("unknown", answer)], findings };
  },
};
