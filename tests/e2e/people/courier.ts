import type { Locator } from "playwright-core";
import { doorPhoto } from "../../../scripts/story/photo.ts";
import type { Visitor } from "./browser.ts";

export const stopOf = ({ page }: Visitor, name: string): Locator =>
  page.locator(".stop").filter({ has: page.locator(".order", { hasText: new RegExp(`^${name}$`) }) });

/** From the list to the delivery's page. */
export async function openStop(courier: Visitor, name: string): Promise<void> {
  await stopOf(courier, name).locator("a.main").click();
  await courier.page.waitForURL(/deliveries/);
  await courier.page.locator("main > .line .order", { hasText: name }).waitFor();
}

/** Sets out; returns when the form to confirm with is alive. */
export async function setOut({ page }: Visitor): Promise<void> {
  await page.locator("form:has([name=intent][value=start]) button").click();
  await page.locator(".chips button").first().waitFor();
}

export function confirmForm({ page }: Visitor) {
  const form = page.locator("form:has([name=intent][value=confirm])");
  return {
    photo: form.locator("input[type=file]").first(),
    preview: form.locator(".shot:not(.doubtful) img"),
    receivedBy: form.locator("[name=receivedBy]"),
    askPosition: form.locator(".position button"),
    position: form.locator(".position [role=status]"),
    submit: form.locator("button.main"),
    problem: form.locator("[role=alert]"),
  };
}

export const photoFile = async (n: number) => ({ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: await doorPhoto(n) });
export const noPhoto = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html>this was never a photo</html>") };

/** Drawn pictures look alike to a phone; a courier who knows better keeps them. */
export async function keepDoubtful({ page }: Visitor): Promise<void> {
  await page.locator(".shot").first().waitFor();
  const keep = page.getByRole("button", { name: /^(Es aquí: usarla|This is the place: keep it)$/ });
  while ((await keep.count()) > 0) await keep.first().click();
}

export async function confirm(courier: Visitor, n: number, receivedBy = "María José Núñez"): Promise<void> {
  const form = confirmForm(courier);
  await form.photo.setInputFiles(await photoFile(n));
  await keepDoubtful(courier);
  await form.preview.first().waitFor();
  await form.receivedBy.fill(receivedBy);
  const declined = courier.page.getByLabel(/^(No quiere darlos|They don't want to give them)$/); // data for the invoice, where checkout left them open
  if ((await declined.count()) > 0) await declined.check();
  await form.submit.click();
  await courier.page.waitForURL(/reported=/);
}
