import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** The admin opens the app's root with its parameters; the merchant's pages live under /app. */
export const loader = ({ request }: LoaderFunctionArgs) => redirect(`/app${new URL(request.url).search}`);
