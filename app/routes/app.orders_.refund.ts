import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";

/** What refunding an order's refused goods would do, as Shopify reckons it. Nothing is changed; asked for once, not with every reading of the page. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const orderId = z.uuid().safeParse((await request.formData()).get("orderId"));
  if (!orderId.success) throw new Response(null, { status: 400 });
  if (!(await queries.orderPage({ shop, orderId: orderId.data }))) throw new Response(null, { status: 404 });
  return json(await queries.refundProposal({ shop, orderId: orderId.data }));
}
