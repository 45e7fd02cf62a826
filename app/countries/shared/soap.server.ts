import { TransientFailure } from "~/ports/failures";

export type SoapCall = { url: string; body: string; timeoutMs: number };

/** Far above any real answer: SRI returns the document it was asked for, some kB. */
const LARGEST_ANSWER_BYTES = 8_000_000;

/**
 * Posts a SOAP 1.1 envelope and gives the answer's text. The time-out covers the whole exchange, body included. Throws TransientFailure
 * when there is no usable answer: network, time-out, any status but 200, too large. Its message names the address and the cause, nothing
 * of the content.
 */
export async function postSoap(call: SoapCall): Promise<string> {
  try {
    const response = await fetch(call.url, {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
      body: call.body,
      redirect: "error",
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    if (response.status !== 200) throw new TransientFailure(`${call.url} answered ${response.status}`);
    return await readLimited(response, call.url);
  } catch (error) {
    if (error instanceof TransientFailure) throw error;
    throw new TransientFailure(`${call.url}: ${causeOf(error)}`, { cause: error });
  }
}

async function readLimited(response: Response, url: string): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > LARGEST_ANSWER_BYTES) {
      await reader?.cancel();
      throw new TransientFailure(`${url} answered more than ${LARGEST_ANSWER_BYTES} bytes`);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner: unknown = error.cause;
  const code = typeof inner === "object" && inner !== null && "code" in inner ? ` (${String(inner.code)})` : "";
  return `${error.name}: ${error.message}${code}`;
}
