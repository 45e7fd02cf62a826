import type { ActionFunctionArgs } from "@remix-run/node";
import { commands, ports } from "~/composition.server";
import { readWebhook } from "~/domain/order/webhook";
import { validateWebhook } from "~/shopify.server";

/** All topics (shopify.app.toml names each path): verify, store, 200. Wrong HMAC 401; malformed, or a topic that is not ours, 400. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const rawBody = await request.text();
  const check = await validateWebhook(request, rawBody);
  if (!check.valid) return new Response(null, { status: check.reason === "invalid_hmac" ? 401 : 400 });
  const arrival = check.webhookType === "webhooks" ? readWebhook(check.topic, rawBody) : null;
  const triggeredAt = check.webhookType === "webhooks" ? momentIn(check.triggeredAt) : undefined;
  if (!arrival || triggeredAt === undefined || check.webhookType !== "webhooks") {
    ports.log.warn("webhook.malformed", { topic: check.topic, shop: check.domain });
    return new Response(null, { status: 400 });
  }
  await commands.acceptWebhook({
    ...arrival,
    shopDomain: check.domain,
    webhookId: check.webhookId,
    eventId: check.eventId ?? null,
    triggeredAt,
  });
  return new Response();
}

/** undefined: said, but no time. */
function momentIn(text: string | undefined): Date | null | undefined {
  const at = text ? new Date(text) : null;
  return at && Number.isNaN(at.getTime()) ? undefined : at;
}

export const loader = () => new Response(null, { status: 405 });
