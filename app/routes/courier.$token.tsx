import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { commands } from "~/composition.server";
import styles from "~/courier/courier.css?inline";
import { courierAt, exchangeLink } from "~/courier/door.server";
import { courierHeaders } from "~/courier/headers";
import { Refused } from "~/courier/pages/refused";

export const headers = courierHeaders;

// With no-referrer alone browsers post forms with `Origin: null`, which is refused as foreign; the address here holds no secret.
export const meta: MetaFunction = () => [
  { title: "BIMCommerce" },
  { name: "viewport", content: "width=device-width,initial-scale=1,viewport-fit=cover" },
  { name: "referrer", content: "same-origin" },
  { name: "color-scheme", content: "light dark" },
  { name: "theme-color", content: "#eef1f2", media: "(prefers-color-scheme: light)" },
  { name: "theme-color", content: "#0c1215", media: "(prefers-color-scheme: dark)" },
  { name: "robots", content: "noindex" },
];

/** `/courier/<shop>.<secret>` leads on to `/courier/<shop>`; what is inside asks for itself. */
export async function loader(args: LoaderFunctionArgs) {
  await exchangeLink(commands, args);
  const { locale } = await courierAt(commands, args);
  return json({ locale });
}

/** In the page itself: on a slow network another file would cost another wait before anything is seen. */
const Styles = () => <style dangerouslySetInnerHTML={{ __html: styles }} />;

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
