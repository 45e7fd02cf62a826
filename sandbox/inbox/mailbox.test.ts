import { expect, test } from "vitest";
import { createMailbox } from "./mailbox";

const received = { receivedAt: "2026-11-23T17:00:00.000Z", to: ["a@example.com"] };
const message = (subject: string, size: number) =>
  Buffer.from(`Message-ID: <same@example.com>\r\nSubject: ${subject}\r\n\r\n${"text\r\n".repeat(size)}`).toString("base64");

test("of equal mails that come in the same moment the first is no repetition, though it takes longest to read", async () => {
  const mailbox = createMailbox(undefined);
  await Promise.all([mailbox.put({ ...received, raw: message("large", 200_000) }), mailbox.put({ ...received, raw: message("small", 1) })]);
  expect(mailbox.mails().map(({ id, subject, duplicate }) => [id, subject, duplicate])).toEqual([
    ["2", "small", true],
    ["1", "large", false],
  ]);
});
