import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { commands } from "~/composition.server";
import styles from "~/courier/courier.css?url";
import { courierAt, exchangeLink } from "~/courier/door.server";
import { courierHeaders } from "~/courier/headers";
import { Refused } from "~/courier/refused";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const headers = courierHeaders;

// With no-referrer alone browsers post forms with `Origin: null`, which is refused as foreign; the address here holds no secret.
export const meta: MetaFunction = () => [
  { title: "BIMCommerce" },
  { name: "viewport", content: "width=device-width,initial-scale=1,viewport-fit=cover" },
  { name: "referrer", content: "same-origin" },
  { name: "color-scheme", content: "light dark" },
  { name: "robots", content: "noindex" },
];

/** `/courier/<shop>.<secret>` leads on to `/courier/<shop>`; what is inside asks for itself. */
export async function loader(args: LoaderFunctionArgs) {
  await exchangeLink(commands, args);
  const { locale } = await courierAt(commands, args);
  return json({ locale });
}

export default function CourierPages() {
  return <Outlet />;
}

export const ErrorBoundary = Refused;
