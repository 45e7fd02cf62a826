import { json, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { commands } from "~/composition.server";
import styles from "~/courier/courier.css?url";
import { courierAt, exchangeLink, isFromOurPage, refuse } from "~/courier/door.server";
import { readCourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { Refused } from "~/courier/refused";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const headers = courierHeaders;

// With no-referrer alone browsers post forms with `Origin: null`, which is refused as foreign; the address here holds no secret.
export const meta: MetaFunction = ({ params: { token = "" } }) => [
  { title: "BIMCommerce" },
  { name: "viewport", content: "width=device-width,initial-scale=1,viewport-fit=cover" },
  { name: "referrer", content: "same-origin" },
  { name: "color-scheme", content: "light dark" },
  { name: "robots", content: "noindex" },
  // Without a session there is none, and an address with a secret is not for the home screen.
  ...(token.includes(".")
    ? []
    : [{ tagName: "link", rel: "manifest", href: `/courier/${token}/manifest.webmanifest`, crossOrigin: "use-credentials" }]),
  { tagName: "link", rel: "apple-touch-icon", href: "/icons/courier-192.png" },
  { name: "theme-color", content: "#0b5d51" },
];

/** `/courier/<shop>.<secret>` leads on to `/courier/<shop>`; what is inside asks for itself. */
export async function loader(args: LoaderFunctionArgs) {
  await exchangeLink(commands, args);
  const { locale } = await courierAt(commands, args);
  return json({ locale });
}

/** The PIN that a new telephone is asked for, typed on the page of the full link. */
export async function action(args: ActionFunctionArgs) {
  if (!isFromOurPage(args.request)) throw refuse(args.request, "gone", 403);
  const read = await readCourierForm(args.request);
  await exchangeLink(commands, args, read.ok ? read.form.field("pin") : "");
  throw refuse(args.request, "gone", 404);
}

export default function CourierPages() {
  return <Outlet />;
}

export const ErrorBoundary = Refused;
