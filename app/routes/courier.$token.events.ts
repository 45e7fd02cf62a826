import { json, type ActionFunctionArgs } from "@remix-run/node";
import { commands } from "~/composition.server";
import { batchIn } from "~/courier/batch";
import { jsonIn, textUpTo } from "~/courier/body.server";
import { courierAt, isFromOurPage, PRIVATE } from "~/courier/door.server";
import { PROBLEM_HEADER, statusOf, writeProblem } from "~/courier/problem";
import { MOST_EVENTS, type Receipts } from "~/domain/phone-event/event";

const BATCH_BYTES = 256 * 1024;

/** What a courier's phone tells: written down, each receipted; what it means is worked out later. More than we take at once: 413, to be sent in parts. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  if (request.method !== "POST") return refused("form_unreadable", 405);
  if (!isFromOurPage(request)) return refused("foreign_origin");
  const { shop, courier, device } = await courierAt({ ...commands, openCourierSession: commands.openRecentSession }, args);
  const text = await textUpTo(request, BATCH_BYTES);
  const body = text === null ? undefined : jsonIn(text);
  if (text === null || isMany(body)) return refused("batch_too_large");
  const batch = batchIn(body);
  if (!batch) return refused("form_unreadable");
  return receipted(await commands.takeEvents({ shopId: shop.id, courierId: courier.id, deviceId: device?.id ?? null, ...batch }));
}

/** Its length is told: what is short is not packed then, which costs a fleet more than it saves. */
function receipted(receipts: Receipts): Response {
  const text = JSON.stringify(receipts);
  const headers = { ...PRIVATE, "Content-Type": "application/json; charset=utf-8", "Content-Length": String(Buffer.byteLength(text)) };
  return new Response(text, { headers });
}

export const loader = () => refused("form_unreadable", 405);

const isMany = (body: unknown): boolean =>
  typeof body === "object" && body !== null && "events" in body && Array.isArray(body.events) && body.events.length > MOST_EVENTS;

const refused = (code: string, status = statusOf({ code })) =>
  json({ problem: { code } }, { status, headers: { ...PRIVATE, [PROBLEM_HEADER]: writeProblem({ code }) } });
