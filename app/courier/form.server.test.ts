import { expect, test } from "vitest";
import { PermanentFailure } from "~/ports/failures";
import { readCourierForm } from "./form.server";

const MB = 1024 * 1024;
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://app/x", { method: "POST", body, headers, duplex: "half" } as RequestInit);
function form(photo: Uint8Array<ArrayBuffer> | null, fields: Record<string, string> = {}) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  if (photo) data.set("photo", new Blob([photo]), "photo.jpg");
  return data;
}
const asItCame = (bytes: Uint8Array) => Promise.resolve([...bytes]);
const several = (photos: Uint8Array<ArrayBuffer>[], fields: Record<string, string> = {}) => {
  const data = form(null, fields);
  photos.forEach((photo, at) => data.append("photo", new Blob([photo]), `IMG_${at + 1}.jpg`));
  return data;
};
/** Takes what is not empty or begins with 0. */
const picky = (bytes: Uint8Array) =>
  bytes[0] === 0 ? Promise.reject(new PermanentFailure("photo_unreadable", { why: "damaged" })) : asItCame(bytes);
const outcome = async (request: Request) => {
  const read = await readCourierForm(request);
  return read.ok ? "read" : [read.problem.code, read.problem.why].filter(Boolean).join(" ");
};

test("fields are trimmed, the photo comes byte for byte", async () => {
  const photo = new Uint8Array([0, 13, 10, 45, 45, 255]);
  const read = await readCourierForm(post(form(photo, { receivedBy: "  Ñandú & Cía. " })), asItCame);
  expect(read.ok && [read.form.field("receivedBy"), read.form.field("nothing"), read.form.photos]).toEqual([
    "Ñandú & Cía.",
    "",
    [[...photo]],
  ]);
});

test("a NUL that was put into a field is left out: no database keeps it", async () => {
  const read = await readCourierForm(post(form(null, { receivedBy: "A\0na\0" })));
  expect(read.ok && read.form.field("receivedBy")).toBe("Ana");
});

test("a plain form is read too", async () => {
  const read = await readCourierForm(post(new URLSearchParams({ intent: "start" })));
  expect(read.ok && [read.form.field("intent"), read.form.photos]).toEqual(["start", []]);
});

test("exactly 15 MB pass, one byte more is too large", async () => {
  expect(await outcome(post(form(new Uint8Array(15 * MB))))).toBe("read");
  expect(await outcome(post(form(new Uint8Array(15 * MB + 1))))).toBe("photo_too_large bytes");
});

test("a photo too large keeps what was typed", async () => {
  const read = await readCourierForm(post(form(new Uint8Array(16 * MB), { receivedBy: "Ana" })));
  expect(read.form?.field("receivedBy")).toBe("Ana");
});

test("up to six photos come in their order; fields for which nobody chose one are none", async () => {
  const six = Array.from({ length: 6 }, (_, at) => new Uint8Array([at + 1]));
  const read = await readCourierForm(post(several([...six.slice(0, 2), new Uint8Array(), ...six.slice(2)])), picky);
  expect(read.ok && read.form.photos).toEqual([[1], [2], [3], [4], [5], [6]]);
});

test("a seventh photo is refused, and what was typed stays", async () => {
  const seven = Array.from({ length: 7 }, (_, at) => new Uint8Array([at]));
  const read = await readCourierForm(post(several(seven, { receivedBy: "Ana", note: "timbre" })), picky);
  expect(read).toMatchObject({ ok: false, problem: { code: "photos_too_many" }, form: { typed: { receivedBy: "Ana", note: "timbre" } } });
});

test.each<[string, number[], object]>([
  [
    "one of several that can't be read says which",
    [1, 0, 3],
    { code: "photo_unreadable", why: "damaged", photo: { number: 2, file: "IMG_2.jpg" } },
  ],
  ["of two the first", [1, 0, 0], { code: "photo_unreadable", why: "damaged", photo: { number: 2, file: "IMG_2.jpg" } }],
  ["one alone needs no name", [0], { code: "photo_unreadable", why: "damaged" }],
])("%s, and what was typed stays", async (_what, firstBytes, problem) => {
  const photos = firstBytes.map((byte) => new Uint8Array([byte]));
  const read = await readCourierForm(post(several(photos, { receivedBy: "Ana" })), picky);
  expect(read).toEqual({ ok: false, problem, form: expect.objectContaining({ typed: { receivedBy: "Ana" } }) as unknown });
});

test("a photo is made small before the next one is listened to: never two are held as they came", async () => {
  let held = 0;
  const most: number[] = [];
  const read = await readCourierForm(post(several(Array.from({ length: 4 }, () => new Uint8Array(9 * MB)))), async (bytes) => {
    most.push(++held);
    await new Promise((done) => setImmediate(done));
    held--;
    return bytes.length;
  });
  expect([read.ok && read.form.photos, most]).toEqual([Array(4).fill(9 * MB), [1, 1, 1, 1]]);
});

test("what breaks while a photo is read, and is no refusal, is told as the bug that it is", async () => {
  const broken = () => Promise.reject(new TypeError("a bug"));
  await expect(readCourierForm(post(form(new Uint8Array([1]))), broken)).rejects.toThrow("a bug");
});

test("photos that together are beyond reason are told so", async () => {
  const body = several(Array.from({ length: 5 }, () => new Uint8Array(14 * MB)));
  expect(await outcome(post(body))).toBe("photo_too_large together");
});

test("a body of hundreds of megabytes is cut off without being held", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    start: (controller) =>
      controller.enqueue(new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n')),
    pull: (controller) => {
      sent += MB;
      if (sent > 500 * MB) controller.close();
      else controller.enqueue(new Uint8Array(MB));
    },
  });
  expect(await outcome(post(endless, { "Content-Type": "multipart/form-data; boundary=b" }))).toBe("photo_too_large bytes");
  expect(sent).toBeLessThan(80 * MB);
});

test("an announced length beyond reason is not even read", async () => {
  const request = new Request("http://app/x", { method: "POST", body: "x", headers: { "Content-Length": String(900 * MB) } });
  expect(await outcome(request)).toBe("photo_too_large bytes");
});

test("a field without end is dropped, not kept", async () => {
  const read = await readCourierForm(post(form(null, { receivedBy: "x".repeat(3 * MB) })));
  expect(read.ok && read.form.field("receivedBy")).toBe("");
});

test("a thousand parts are no form", async () => {
  expect(await outcome(post(form(null, Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, "x"])))))).toBe(
    "form_unreadable",
  );
});

test.each([
  ["cut off", '--b\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\n\r\nabc', "multipart/form-data; boundary=b"],
  ["without boundary", "--b\r\n", "multipart/form-data"],
  ["with another boundary", "--c\r\n\r\n", "multipart/form-data; boundary=b"],
])("a form %s is unreadable", async (_, body, type) => {
  expect(await outcome(post(body, { "Content-Type": type }))).toBe("form_unreadable");
});

test("a plain form of megabytes and a request without body are unreadable", async () => {
  expect(await outcome(post(new URLSearchParams({ a: "x".repeat(MB) })))).toBe("form_unreadable");
  expect(await outcome(new Request("http://app/x", { method: "POST" }))).toBe("form_unreadable");
});
