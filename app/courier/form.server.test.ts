import { expect, test } from "vitest";
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
const outcome = async (request: Request) => {
  const read = await readCourierForm(request);
  return read.ok ? "read" : [read.problem.code, read.problem.why].filter(Boolean).join(" ");
};

test("fields are trimmed, the photo comes byte for byte", async () => {
  const photo = new Uint8Array([0, 13, 10, 45, 45, 255]);
  const read = await readCourierForm(post(form(photo, { receivedBy: "  Ñandú & Cía. " })));
  expect(read.ok && [read.form.field("receivedBy"), read.form.field("nothing"), [...read.form.photo]]).toEqual([
    "Ñandú & Cía.",
    "",
    [...photo],
  ]);
});

test("a NUL that was put into a field is left out: no database keeps it", async () => {
  const read = await readCourierForm(post(form(null, { receivedBy: "A\0na\0" })));
  expect(read.ok && read.form.field("receivedBy")).toBe("Ana");
});

test("a plain form is read too", async () => {
  const read = await readCourierForm(post(new URLSearchParams({ intent: "start" })));
  expect(read.ok && [read.form.field("intent"), read.form.photo.length]).toEqual(["start", 0]);
});

test("exactly 15 MB pass, one byte more is too large", async () => {
  expect(await outcome(post(form(new Uint8Array(15 * MB))))).toBe("read");
  expect(await outcome(post(form(new Uint8Array(15 * MB + 1))))).toBe("photo_too_large bytes");
});

test("a photo too large keeps what was typed", async () => {
  const read = await readCourierForm(post(form(new Uint8Array(16 * MB), { receivedBy: "Ana" })));
  expect(read.form?.field("receivedBy")).toBe("Ana");
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
