import type { LoaderFunctionArgs } from "@remix-run/node";
import { commands, mapGround, queries } from "~/composition.server";
import { dayOf, etagOf } from "~/courier/day.server";
import { courierAt, PRIVATE } from "~/courier/door.server";

/** Of the account, so that it can be read without a signal. */
const KEPT_DAYS = 31;

/** A courier's day for the phone to keep. One that says what the phone has already is a 304; either way the phone learns our time. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const day = dayOf(await queries.courierDay({ shop, courierId: courier.id, moneyDays: KEPT_DAYS }), {
    shop,
    courier,
    locale,
    ...mapGround,
  });
  const ETag = etagOf(day);
  const headers = { ...PRIVATE, ETag, "X-Server-At": day.serverAt };
  if (isKnown(args.request.headers.get("If-None-Match"), ETag)) return new Response(null, { status: 304, headers });
  return Response.json(day, { headers });
}

/** What compresses an answer on its way makes its tag a weak one. */
const isKnown = (asked: string | null, tag: string): boolean =>
  (asked ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
