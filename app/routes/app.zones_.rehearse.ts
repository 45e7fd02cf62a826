import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { queries } from "~/composition.server";
import { zoneDraft } from "~/domain/zone-draft/draft";
import { readDraft } from "~/domain/zone-draft/read-draft";
import { authenticate } from "~/shopify.server";

const sent = z.object({ id: z.uuid().nullable(), draft: zoneDraft });

/** What a zone, as it is written, would have made of last month's orders. Nothing is kept; what can't be saved can't be rehearsed. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const read = sent.safeParse(await request.json());
  if (!read.success) throw new Response(null, { status: 400 });
  const { zone, isFine } = readDraft(read.data.draft, shop.currency);
  return json(isFine ? { rehearsed: await queries.rehearseZone({ shop, zone: { ...zone, id: read.data.id } }) } : { rehearsed: null });
}
