import type { LoaderFunctionArgs } from "@remix-run/node";
import { commands, queries } from "~/composition.server";
import { courierAt, PRIVATE } from "~/courier/door.server";
import { courierWords } from "~/courier/words";

const ICONS = [
  { src: "/icons/courier-192.png", sizes: "192x192", type: "image/png" },
  { src: "/icons/courier-512.png", sizes: "512x512", type: "image/png" },
  { src: "/icons/courier-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
];

/** What makes the courier's page an app on the home screen. It holds their link: only their own session gets it, and nobody keeps it. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, linkId, locale } = await courierAt(commands, args);
  const { name, startUrl } = await queries.courierApp({ shop, courierId: courier.id, linkId });
  const manifest = {
    id: `/courier/${shop.publicKey}`,
    name: courierWords(locale)("app.name", { shop: name }),
    short_name: name.slice(0, 12).trim(),
    lang: locale,
    start_url: startUrl,
    scope: "/courier/",
    display: "standalone",
    background_color: "#eef1f2",
    theme_color: "#0b5d51",
    icons: ICONS,
  };
  return new Response(JSON.stringify(manifest), { headers: { ...PRIVATE, "Content-Type": "application/manifest+json; charset=utf-8" } });
}
