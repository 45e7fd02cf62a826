import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { commands } from "~/composition.server";
import styles from "~/courier/courier.css?inline";
import { courierAt, exchangeLink, isFromOurPage, refuse } from "~/courier/door.server";
import { readCourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { pageTitle } from "~/courier/page-title";
import { addressAt } from "~/courier/phone/addresses";
import type { Day } from "~/courier/protocol";
import { Refused } from "~/courier/pages/refused";

export const headers = courierHeaders;

// With no-referrer alone browsers post forms with `Origin: null`, which is refused as foreign; the address here holds no secret.
export const meta: MetaFunction = ({ params: { token = "" }, matches, location }) => [
  { title: titleOf(matches.at(-1)?.data, location.pathname) },
  { name: "viewport", content: "width=device-width,initial-scale=1,viewport-fit=cover" },
  { name: "referrer", content: "same-origin" },
  { name: "color-scheme", content: "light dark" },
  { name: "theme-color", content: "#eef1f2", media: "(prefers-color-scheme: light)" },
  { name: "theme-color", content: "#0c1215", media: "(prefers-color-scheme: dark)" },
  { name: "robots", content: "noindex" },
  // Without a session there is none, and an address with a secret is not for the home screen.
  ...(token.includes(".")
    ? []
    : [{ tagName: "link", rel: "manifest", href: `/courier/${token}/manifest.webmanifest`, crossOrigin: "use-credentials" }]),
  { tagName: "link", rel: "apple-touch-icon", href: "/icons/courier-192.png" },
];

/** `/courier/<shop>.<secret>` leads on to `/courier/<shop>`; what is inside asks for itself. */
export async function loader(args: LoaderFunctionArgs) {
  await exchangeLink(commands, args);
  const { locale } = await courierAt(commands, args);
  return json({ locale });
}

/** By what the page inside has loaded; nothing: it was refused. */
function titleOf(data: unknown, pathname: string): string {
  if (!data || typeof data !== "object" || !("day" in data)) return "BIMCommerce";
  const { day, stop } = data as { day: Pick<Day, "locale">; stop?: { orderName: string } };
  return pageTitle(addressAt(pathname)?.page ?? "list", day.locale, stop?.orderName);
}

/** In the page itself: on a slow network another file would cost another wait before anything is seen. */
const Styles = () => <style dangerouslySetInnerHTML={{ __html: styles }} />;

/** The PIN that a new telephone is asked for, typed on the page of the full link. */
export async function action(args: ActionFunctionArgs) {
  if (!isFromOurPage(args.request)) throw refuse(args.request, "gone", 403);
  const read = await readCourierForm(args.request);
  await exchangeLink(commands, args, read.ok ? read.form.field("pin") : "");
  throw refuse(args.request, "gone", 404);
}

export default function CourierPages() {
  return (
    <>
      <Styles />
      <Outlet />
    </>
  );
}

export const ErrorBoundary = () => (
  <>
    <Styles />
    <Refused />
  </>
);
