import { until, worldAt } from "../../../scripts/story/world.ts";
import type { Visitor } from "./browser.ts";
import { stackHere } from "./stack.ts";

/** Opens the mail with the invoice in the inbox, and what is attached and linked. */
export async function readInvoiceMail({ page }: Visitor, { to, number }: { to: string; number: string }) {
  const { inbox, sandbox } = stackHere().urls;
  const world = worldAt(sandbox);
  await until(`the mail with ${number}`, async () => (await world.mailsTo(to)).some(({ subject }) => subject.includes(number)));
  await page.goto(`${inbox}?to=${encodeURIComponent(to)}`);
  await page.locator(".mails a", { hasText: number }).first().click();
  const cards = page.locator(".attachments li");
  await cards.first().waitFor();
  const attachments = await cards.evaluateAll((all) =>
    all.map((card) => ({ type: card.querySelector(".kind")!.textContent, href: card.querySelector("a")!.href })),
  );
  const bytesAt = async (href: string) => (await page.request.get(href)).body();
  const body = page.frameLocator("iframe").locator("body");
  return {
    attachments,
    body: await body.innerText(),
    xml: (await bytesAt(attachments.find(({ type }) => type === "XML")!.href)).toString("utf8"),
    pdf: await bytesAt(attachments.find(({ type }) => type === "PDF")!.href),
  };
}
