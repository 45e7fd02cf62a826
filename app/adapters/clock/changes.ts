import { get, type IncomingMessage } from "node:http";
import { z } from "zod";

const changeSchema = z.object({ follower: z.string(), revision: z.number().int(), offsetMs: z.number().int() });
export type Change = z.infer<typeof changeSchema>;

/** Each change of the clock at `url`, the present one first: a line of JSON each, on one answer that doesn't end. Throws when the connection does. */
export async function* changesOf(url: string, name: string, signal: AbortSignal): AsyncGenerator<Change> {
  const response = await open(`${url}/changes?follower=${encodeURIComponent(name)}`, signal);
  if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}`);
  let begun = "";
  for await (const chunk of response.setEncoding("utf8") as AsyncIterable<string>) {
    const lines = (begun + chunk).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) yield changeSchema.parse(JSON.parse(line));
  }
  throw new Error(`${url} has ended the connection`);
}

// Not by fetch, which gives up an answer that is silent for five minutes.
const open = (url: string, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => void get(url, { signal, agent: false }, resolve).once("error", reject));

/** Says that this process shows the new time. */
export async function acknowledge(url: string, { follower, revision }: Change, signal: AbortSignal): Promise<void> {
  const body = JSON.stringify({ follower, revision });
  const answer = await fetch(`${url}/acknowledgements`, { method: "POST", body, signal });
  if (!answer.ok) throw new Error(`${url}/acknowledgements answers ${answer.status}`);
}
