import { lookup, type LookupAddress } from "node:dns";
import { get as getPlain, type IncomingMessage, type RequestOptions } from "node:http";
import { get as getSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address";
import { troubleOf } from "./trouble";

/** More than any answer of ours: a matrix of 100 places has some 100 kB. */
const MOST_BYTES = 1024 * 1024;

/** `onlyPublic`: https and addresses of the public internet only, looked at when the connection is made, not before it. */
export type Reach = { onlyPublic: boolean; userAgent: string };

/** The JSON at an address, within a time. Redirects are not followed. Throws for everything else than a 200 with JSON: a `Trouble` for another status. */
export async function getJson(url: URL, withinMs: number, { onlyPublic, userAgent }: Reach): Promise<unknown> {
  if (onlyPublic && url.protocol !== "https:") throw new Error("not https");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is never looked up.
  if (onlyPublic && isIP(host) !== 0 && isPrivateAddress(host)) throw new Error("not a public address");
  const options: RequestOptions = {
    signal: AbortSignal.timeout(withinMs),
    headers: { "User-Agent": userAgent, Accept: "application/json" },
    ...(onlyPublic ? { lookup: publicLookup } : {}),
  };
  const response = await new Promise<IncomingMessage>((done, reject) =>
    (url.protocol === "https:" ? getSecure : getPlain)(url, options, done).once("error", reject),
  );
  if (response.statusCode !== 200) {
    response.destroy();
    throw troubleOf(response.statusCode ?? 0, response.headers["retry-after"]);
  }
  return JSON.parse(await textOf(response));
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("too large an answer");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Names that lead to a private address lead nowhere; asked anew for each connection, so that a name can't change its mind in between. */
const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error) done(error, "", 0);
    else if (!first || found.some(({ address }) => isPrivateAddress(address))) done(new Error("not a public address"), "", 0);
    else if (options.all) done(null, found);
    else done(null, first.address, first.family);
  });
