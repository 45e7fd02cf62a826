import { isRouteErrorResponse, useParams, useRouteError } from "@remix-run/react";
import type { Refusal } from "../door.server";
import { RefusalPage } from "./refusal-page";

/** What came instead of the courier's page, in their language. */
export function Refused() {
  const error = useRouteError();
  const { token = "" } = useParams();
  const isOurs = isRouteErrorResponse(error) && error.data && typeof error.data === "object" && "refusal" in error.data;
  return isOurs ? <RefusalPage {...(error.data as Refusal)} token={token} /> : <RefusalPage locale="es" refusal="broken" token={token} />;
}
