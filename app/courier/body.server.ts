/** The body's text, read no further than it may be long, in bytes; null: it is longer, or was cut off. */
export async function textUpTo(request: Request, most: number): Promise<string | null> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) return null;
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      chunks.push(next.value);
    }
  } catch (error) {
    // The phone lost its signal: it sends all of it again.
    if (!(error instanceof Error)) throw error;
    return null;
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** undefined: it is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
