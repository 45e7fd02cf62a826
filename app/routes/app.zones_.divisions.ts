import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { queries } from "~/composition.server";
import { authenticate } from "~/shopify.server";

/** The places of a country, for the zone's list of names and its map. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await queries.merchant(await authenticate.admin(request));
  const country = (new URL(request.url).searchParams.get("country") ?? "").slice(0, 2);
  return json({ country, divisions: await queries.divisions({ shop, country }) });
}
