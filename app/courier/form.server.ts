import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from "@remix-run/node";
import { Album, type ReadPhoto } from "./album";
import type { Problem } from "./problem";
import { MOST_REFUSABLE } from "./refused-fields";

const PHOTO_BYTES = 15 * 1024 * 1024;
const FIELD_BYTES = 2_000;
const PLAIN_BYTES = 20_000;
/** A form speaks of each line that may be refused. */
const PARTS = 30 + MOST_REFUSABLE;
/** Above this we stop listening; below it the rest is read and thrown away, so that the browser gets to see our answer. */
const PATIENCE_BYTES = 64 * 1024 * 1024;

/** `P`: a photo as it was read. `typed`: all that its fields hold. */
export type CourierForm<P = never> = { field(name: string): string; photos: P[]; typed: Record<string, string> };
/** A refused form keeps its fields, so that they needn't be typed again. */
type Read<P> = { ok: true; form: CourierForm<P> } | { ok: false; problem: Problem; form?: CourierForm<P> };

const refused = (code: string, why?: string): Extract<Read<never>, { ok: false }> => ({
  ok: false,
  problem: { code, ...(why ? { why } : {}) },
});
function formOf<P>(fields: ReadonlyMap<string, string>, photos: P[] = []): CourierForm<P> {
  // PostgreSQL keeps no NUL, and nobody types one.
  const typed = new Map([...fields].map(([name, value]) => [name, value.replaceAll("\0", "").trim()]));
  return { field: (name) => typed.get(name) ?? "", photos, typed: Object.fromEntries(typed) };
}

/**
 * Reads a form as it streams in. Each photo is read (`readPhoto`, which makes it small or refuses it) before the next one is listened to: never more
 * than one is held as it came. One that is refused is named; without `readPhoto` there are none.
 */
export async function readCourierForm<P = never>(request: Request, readPhoto?: ReadPhoto<P>): Promise<Read<P>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > PATIENCE_BYTES) return refused("photo_too_large", "bytes");
  if (!request.body) return refused("form_unreadable");
  return /^multipart\/form-data/i.test(request.headers.get("Content-Type") ?? "")
    ? readMultipart(request, readPhoto)
    : readPlain(request.body);
}

async function readPlain<P>(body: ReadableStream<Uint8Array>): Promise<Read<P>> {
  const { bytes, isCut } = await upTo(PLAIN_BYTES, chunksOf(body));
  return isCut ? refused("form_unreadable") : { ok: true, form: formOf(new Map(new URLSearchParams(new TextDecoder().decode(bytes)))) };
}

async function readMultipart<P>(request: Request, readPhoto?: ReadPhoto<P>): Promise<Read<P>> {
  const fields = new Map<string, string>();
  const album = new Album(readPhoto);
  const seen = { parts: 0 };
  const take = async ({ name, filename, data }: UploadHandlerPart): Promise<undefined> => {
    if (++seen.parts > PARTS) throw new RangeError("too many parts");
    const isPhoto = name === "photo" && filename !== undefined;
    const { bytes, isCut } = await upTo(isPhoto ? PHOTO_BYTES : FIELD_BYTES, data);
    if (isPhoto) await album.take({ bytes, isCut, file: filename });
    else fields.set(name, new TextDecoder().decode(bytes));
  };
  const counted = { isOver: false };
  try {
    await parseMultipart(
      new Request(request.url, {
        method: "POST",
        headers: request.headers,
        body: patient(request.body!, counted),
        duplex: "half",
      } as RequestInit),
      take,
    );
  } catch (error) {
    // Otherwise the parser complains: the body was cut off, or never was a form.
    if (!(error instanceof Error) || error === album.bug) throw error;
    return counted.isOver ? refused("photo_too_large", album.isOfMany ? "together" : "bytes") : refused("form_unreadable");
  }
  if (seen.parts === 0) return refused("form_unreadable");
  const { problem } = album;
  return problem ? { ok: false, problem, form: formOf(fields) } : { ok: true, form: formOf(fields, album.photos) };
}

/** A body of at most so many bytes; what is more is read and dropped (`isCut`). */
export const bodyUpTo = (limit: number, body: ReadableStream<Uint8Array> | null) => upTo(limit, chunksOf(body ?? new Blob([]).stream()));

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The first bytes of a stream; what is more is read and dropped. */
async function upTo(limit: number, data: AsyncIterable<Uint8Array>): Promise<{ bytes: Uint8Array<ArrayBuffer>; isCut: boolean }> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of data) {
    length += chunk.length;
    if (length <= limit) kept.push(chunk);
    else kept.length = 0;
  }
  return { bytes: length > limit ? new Uint8Array() : new Uint8Array(Buffer.concat(kept)), isCut: length > limit };
}

function patient(body: ReadableStream<Uint8Array>, counted: { isOver: boolean }): ReadableStream<Uint8Array> {
  let length = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      counted.isOver = length > PATIENCE_BYTES;
      if (counted.isOver) controller.error(new RangeError("more than we wait for"));
      else controller.enqueue(chunk);
    },
  });
  return body.pipeThrough(count);
}
