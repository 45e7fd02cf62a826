import { expect, test } from "vitest";
import { reroutedFetch } from "./reroute";

const calls = () => {
  const seen: { url: string; body: string | null }[] = [];
  const send = async (input: string | URL | Request, init?: RequestInit) => {
    seen.push({ url: input instanceof Request ? input.url : String(input), body: (init?.body as string | undefined) ?? null });
    return new Response("ok");
  };
  return { seen, fetch: reroutedFetch("http://127.0.0.1:4000/", send) };
};

test("a shop's address goes to the configured base, path, query and body included", async () => {
  const { seen, fetch } = calls();
  await fetch("https://demo.myshopify.com/admin/oauth/access_token?x=1", { method: "POST", body: "{}" });
  expect(seen).toEqual([{ url: "http://127.0.0.1:4000/shops/demo.myshopify.com/admin/oauth/access_token?x=1", body: "{}" }]);
});

test.each([
  "https://celcer.sri.gob.ec/x",
  "http://demo.myshopify.com/x",
  "https://demo.myshopify.com.evil.example/x",
  "https://evil.example/demo.myshopify.com",
])("%s is refused", async (address) => {
  const { seen, fetch } = calls();
  await expect(fetch(address)).rejects.toThrow("is not a shop");
  expect(seen).toEqual([]);
});
