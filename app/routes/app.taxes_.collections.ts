import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";

/** Collections by title, for the rule that names one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const term = (new URL(request.url).searchParams.get("term") ?? "").slice(0, 100);
  return json({ collections: await queries.collectionList({ shop, term }) });
}
