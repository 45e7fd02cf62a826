import type { LoaderFunctionArgs } from "@remix-run/node";
import { queries } from "~/composition.server";

const PRIVATE = {
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** A photo or an invoice, for whoever holds a signed link that is still in force. */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = await queries.file({ token: params.token ?? "" });
  if (!file) return new Response("404", { status: 404, headers: { ...PRIVATE, "Content-Type": "text/plain" } });
  const disposition = `${file.inline ? "inline" : "attachment"}; filename="${file.filename.replace(/[^\w.-]/g, "_")}"`;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...PRIVATE,
      "Content-Type": file.contentType,
      "Content-Disposition": disposition,
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
