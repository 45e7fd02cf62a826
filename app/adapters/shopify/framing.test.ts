import { expect, test } from "vitest";
import { frameAncestors, framedBy } from "./framing";

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
