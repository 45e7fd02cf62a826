import { expect, test } from "vitest";
import { frameAncestors, framedBy, imageSources } from "./framing";

const ours = frameAncestors("http://localhost:4000");

test("the library's bounce page may be framed by the configured admin only", async () => {
  const page = new Response("<script>", {
    headers: { "Content-Security-Policy": "frame-ancestors https://admin.shopify.com", "content-type": "text/html" },
  });
  const thrown: unknown = await framedBy(ours, () => Promise.reject(page))().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  const response = thrown as Response;
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-security-policy": "frame-ancestors http://localhost:4000",
    "content-type": "text/html",
  });
  expect(await response.text()).toBe("<script>");
});

test("other refusals pass as they are", async () => {
  const gone = new Response(null, { status: 410 });
  await expect(framedBy(ours, () => Promise.reject(gone))()).rejects.toBe(gone);
});

test("pictures come from us, from Shopify and, where tiles are configured, from their hosts", () => {
  expect(imageSources(undefined)).toBe("img-src 'self' data: blob: https://cdn.shopify.com");
  expect(imageSources("https://tiles.example/{z}/{x}/{y}.png?key=1")).toMatch(/ https:\/\/tiles\.example$/);
  expect(imageSources("https://{s}.tiles.example:8443/{z}/{x}/{y}.png")).toMatch(/ https:\/\/\*\.tiles\.example:8443$/);
});
