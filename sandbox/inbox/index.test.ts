import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simpleParser } from "mailparser";
import { PDF, RECEIVED_AT, startInbox, XML } from "./testing";

const get = async (address: string): Promise<unknown> => (await fetch(address)).json();

test("a mail is listed, opened, and its attachments come back byte for byte", async () => {
  const { base, send } = await startInbox();
  await send({ messageId: "<one@example.com>" });
  const summary = {
    id: "1",
    receivedAt: RECEIVED_AT.toISOString(),
    to: ["maria@example.com"],
    from: { name: "Tienda Ñandú", address: "facturas@example.com" },
    subject: "Su factura 001-001-000000123",
    messageId: "<one@example.com>",
    duplicate: false,
    attachments: [
      { name: "factura 001-001-000000123.pdf", contentType: "application/pdf", sizeBytes: PDF.length },
      { name: "año.xml", contentType: "application/xml", sizeBytes: Buffer.byteLength(XML) },
    ],
  };
  expect(await get(`${base}/sandbox/inbox`)).toEqual([summary]);
  expect(await get(`${base}/sandbox/inbox/1`)).toMatchObject({ ...summary, html: expect.stringContaining("señora Núñez") });
  const pdf = await fetch(`${base}/sandbox/inbox/1/attachments/0`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await pdf.arrayBuffer())).toEqual(PDF);
  const xml = await fetch(`${base}/sandbox/inbox/1/attachments/1?download=1`);
  expect(xml.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a%C3%B1o.xml");
  expect(await xml.text()).toBe(XML);
  const raw = await fetch(`${base}/sandbox/inbox/1/raw`);
  expect(raw.headers.get("content-type")).toBe("message/rfc822");
  expect((await simpleParser(Buffer.from(await raw.arrayBuffer()))).subject).toBe(summary.subject);
});

test("the newest comes first, and the list can be narrowed to one recipient", async () => {
  const { base, send, inbox } = await startInbox();
  await send({ subject: "first" });
  await send({ subject: "second", to: "Otro@Example.com", bcc: "oculto@example.com" });
  expect(inbox.mails().map(({ subject }) => subject)).toEqual(["second", "first"]);
  expect(await get(`${base}/sandbox/inbox?to=otro@example.com`)).toMatchObject([{ subject: "second" }]);
  expect(await get(`${base}/sandbox/inbox?to=oculto@example.com`)).toMatchObject([{ subject: "second" }]);
  expect(await get(`${base}/sandbox/inbox?to=nadie@example.com`)).toEqual([]);
});

test("a repeated Message-ID is kept and marked, also when both arrive at once", async () => {
  const { send, inbox } = await startInbox();
  await Promise.all([send({ messageId: "<same@example.com>" }), send({ messageId: "<same@example.com>" })]);
  await send({ messageId: "<other@example.com>" });
  expect(inbox.mails().map(({ duplicate }) => duplicate)).toEqual([false, true, false]);
});

test("what is not there is 404", async () => {
  const { base, send } = await startInbox();
  await send();
  for (const path of [
    "/sandbox/inbox/2",
    "/sandbox/inbox/2/raw",
    "/sandbox/inbox/1/attachments/2",
    "/sandbox/inbox/1/attachments/x",
    "/inbox/2",
    "/inbox/2/body",
  ]) {
    expect([path, (await fetch(base + path)).status]).toEqual([path, 404]);
  }
});

test("a restarted process still has its mails, until a reset", async () => {
  const folder = mkdtempSync(join(tmpdir(), "inbox-journal-"));
  const journal = join(folder, "inbox.jsonl");
  try {
    const first = await startInbox(journal);
    await first.send({ messageId: "<same@example.com>" });
    const second = await startInbox(journal);
    expect(second.inbox.mails()).toEqual(first.inbox.mails());
    await second.send({ messageId: "<same@example.com>" });
    expect(second.inbox.mails()).toMatchObject([{ id: "2", duplicate: true }, { id: "1" }]);
    second.inbox.reset();
    expect((await startInbox(journal)).inbox.mails()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("down is 421, reject is its code, and neither keeps the mail", async () => {
  const { send, faults, inbox } = await startInbox();
  faults.add({ part: "smtp", kind: "down", count: 1 });
  await expect(send()).rejects.toMatchObject({ responseCode: 421 });
  faults.add({ part: "smtp", kind: "reject", code: "452", count: 1 });
  await expect(send()).rejects.toMatchObject({ responseCode: 452 });
  expect(inbox.mails()).toEqual([]);
  await send();
  expect(inbox.mails()).toHaveLength(1);
});

test("slow accepts late", async () => {
  const { send, faults } = await startInbox();
  faults.add({ part: "smtp", kind: "slow", ms: 150, count: 1 });
  const started = performance.now();
  await send();
  expect(performance.now() - started).toBeGreaterThan(140);
});

test("timeout-after-accept keeps the mail but never says so: the sender's second try is marked", async () => {
  const { send, faults, inbox } = await startInbox();
  faults.add({ part: "smtp", kind: "timeout-after-accept", ms: 20, count: 1 });
  await expect(send({ messageId: "<same@example.com>" })).rejects.toThrow();
  await send({ messageId: "<same@example.com>" });
  expect(inbox.mails()).toMatchObject([{ duplicate: true }, { duplicate: false }]);
});
