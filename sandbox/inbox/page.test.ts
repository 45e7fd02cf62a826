import { expect, test } from "vitest";
import { startInbox } from "./testing";

const read = async (address: string): Promise<string> => (await fetch(address)).text();

test("the empty list says so in Spanish, and in English when asked", async () => {
  const { base } = await startInbox();
  expect(await read(`${base}/inbox`)).toContain("Todavía no hay correos");
  expect(await read(`${base}/inbox?lang=en`)).toContain("No mail yet");
});

test("the list links every mail, and the mail shows its attachments and its body in a frame without scripts", async () => {
  const { base, send } = await startInbox();
  await send();
  const list = await read(`${base}/inbox?lang=en`);
  expect(list).toContain('href="/inbox/1?lang=en"');
  expect(list).toContain("Tienda Ñandú");
  const mail = await read(`${base}/inbox/1`);
  expect(mail).toContain('href="/sandbox/inbox/1/attachments/1"');
  expect(mail).toContain('sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"');
  const body = await fetch(`${base}/inbox/1/body`);
  expect(body.headers.get("content-security-policy")).toContain("script-src 'none'");
  expect(await body.text()).toContain("<b>señora Núñez</b>");
});

test("what a sender writes can't become markup of the page, and a page sent along is shown as text", async () => {
  const { base, send } = await startInbox();
  const evil = '<script>alert("x")</script>';
  await send({
    subject: evil,
    from: `"${"<script>"}" <a@example.com>`,
    text: evil,
    html: "",
    attachments: [{ filename: `${"<script>"}.html`, content: evil, contentType: "text/html" }],
  });
  for (const page of [await read(`${base}/inbox`), await read(`${base}/inbox/1`)])
    expect(page.replaceAll(/<script>(setInterval|const frame)/g, "")).not.toContain("<script>");
  expect(await read(`${base}/inbox/1/body`)).toContain("&lt;script&gt;");
  expect((await fetch(`${base}/sandbox/inbox/1/attachments/0`)).headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await read(`${base}/inbox?to=${encodeURIComponent("</script><b>")}`)).not.toContain("</script><b>");
});

test("a mail that is not there is a page too", async () => {
  const { base } = await startInbox();
  expect(await read(`${base}/inbox/7`)).toContain("Este correo no existe");
  expect(await read(`${base}/inbox/7?lang=en`)).toContain("There is no such mail");
});
