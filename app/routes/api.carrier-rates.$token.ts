import type { ActionFunctionArgs } from "@remix-run/node";
import { commands } from "~/composition.server";
import { readRateRequest, writeRates } from "~/domain/zone/carrier-rates";
import { isSignedRequest } from "~/shopify.server";

/** Shopify asks what delivery to an address costs. The secret in the address is the shop's; an HMAC is checked when one is sent. */
export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await commands.openCarrierLink({ token: params.token ?? "" });
  if (!shop) return new Response(null, { status: 404 });
  const rawBody = await request.text();
  if (!isSignedRequest(request, rawBody)) return new Response(null, { status: 401 });
  const asked = readRateRequest(rawBody);
  if (!asked) return new Response(null, { status: 400 });
  const answer = JSON.stringify(writeRates(await commands.quoteShipping({ shop, ...asked })));
  // With its length it is sent as it is: to compress so little costs more than it saves.
  return new Response(answer, { headers: { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(answer)) } });
}

export const loader = () => new Response(null, { status: 405 });
