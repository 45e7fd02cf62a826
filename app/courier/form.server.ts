import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from "@remix-run/node";
import type { Problem } from "./problem";
import { MOST_REFUSABLE } from "./refused-fields";

const PHOTO_BYTES = 15 * 1024 * 1024;
const FIELD_BYTES = 2_000;
const PLAIN_BYTES = 20_000;
/** A form speaks of each line that may be refused. */
const PARTS = 30 + MOST_REFUSABLE;
/** Above this we stop listening; below it the rest is read and thrown away, so that the browser gets to see our answer. */
const PATIENCE_BYTES = 64 * 1024 * 1024;

export type CourierForm = { field(name: string): string; photo: Uint8Array };
/** A refused form keeps its fields, so that they needn't be typed again. */
type Read = { ok: true; form: CourierForm } | { ok: false; problem: Problem; form?: CourierForm };

const refused = (code: string, why?: string): Extract<Read, { ok: false }> => ({ ok: false, problem: { code, ...(why ? { why } : {}) } });
const formOf = (fields: Map<string, string>, photo = new Uint8Array()): CourierForm => ({
  // PostgreSQL keeps no NUL, and nobody types one.
  field: (name) => fields.get(name)?.replaceAll("\0", "").trim() ?? "",
  photo,
});

/** Reads a form as it streams in, never holding more than one allowed photo and a few short fields. */
export async function readCourierForm(request: Request): Promise<Read> {
  if (Number(request.headers.get("Content-Length") ?? 0) > PATIENCE_BYTES) return refused("photo_too_large", "bytes");
  if (!request.body) return refused("form_unreadable");
  return /^multipart\/form-data/i.test(request.headers.get("Content-Type") ?? "") ? readMultipart(request) : readPlain(request.body);
}

async function readPlain(body: ReadableStream<Uint8Array>): Promise<Read> {
  const { bytes, isCut } = await upTo(PLAIN_BYTES, chunksOf(body));
  return isCut ? refused("form_unreadable") : { ok: true, form: formOf(new Map(new URLSearchParams(new TextDecoder().decode(bytes)))) };
}

async function readMultipart(request: Request): Promise<Read> {
  const fields = new Map<string, string>();
  const seen = { parts: 0, isTooLarge: false, photo: new Uint8Array() };
  const take = async ({ name, filename, data }: UploadHandlerPart): Promise<undefined> => {
    if (++seen.parts > PARTS) throw new RangeError("too many parts");
    const isPhoto = name === "photo" && filename !== undefined;
    const { bytes, isCut } = await upTo(isPhoto ? PHOTO_BYTES : FIELD_BYTES, data);
    if (isPhoto && isCut) seen.isTooLarge = true;
    else if (isPhoto) seen.photo = bytes;
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
    if (!(error instanceof Error)) throw error;
    return counted.isOver ? refused("photo_too_large", "bytes") : refused("form_unreadable");
  }
  if (seen.parts === 0) return refused("form_unreadable");
  return seen.isTooLarge
    ? { ...refused("photo_too_large", "bytes"), form: formOf(fields) }
    : { ok: true, form: formOf(fields, seen.photo) };
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
