import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { queries } from "~/composition.server";
import { zoneDraft } from "~/domain/zone-draft/draft";
import { readDraft } from "~/domain/zone-draft/read-draft";
import type { AreaPart } from "~/domain/zone/area";
import { partProblem } from "~/domain/zone/part-problem";
import { authenticate } from "~/shopify.server";

/** No zone has it: the id of one that isn't saved yet. The last of all, so that of equals the saved one wins, as it will. */
const UNSAVED = "ffffffff-ffff-7fff-bfff-ffffffffffff";
const sent = z.object({ id: z.uuid().nullable(), draft: zoneDraft });

/** What a zone that is being written would do among the others. Nothing is kept. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const read = sent.safeParse(await request.json());
  if (!read.success) throw new Response(null, { status: 400 });
  const { zone, problems } = readDraft(read.data.draft, shop.currency);
  // What can't be meant is not looked at, nor what is drawn where it can't be meant together: it is told at its field.
  const isTangled = problems.include?.code === "drawn_tangled";
  const isLooked = ({ kind }: AreaPart) => !isTangled || (kind !== "circle" && kind !== "polygon");
  const meant = (parts: readonly AreaPart[]) => parts.filter((part) => isLooked(part) && partProblem(part) === null);
  const area = { ...zone.area, include: meant(zone.area.include), exclude: meant(zone.area.exclude) };
  return json(await queries.zonePreview({ shop, zone: { ...zone, area, id: read.data.id ?? UNSAVED } }));
}
