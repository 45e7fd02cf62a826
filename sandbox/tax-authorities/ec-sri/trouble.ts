import { bytes, hangUp, text, type Answer } from "../../http";
import type { Fault } from "../../faults";

const PROXY_PAGE = "<!DOCTYPE html><html><head><title>Mantenimiento</title></head><body><p>Servicio no disponible</p></body></html>";

/** 503, another status of a server in trouble, or no answer at all. */
export const unreachable = ({ code }: Fault): Answer =>
  code === "reset" ? hangUp() : text("Service Unavailable", code === undefined ? 503 : Number(code));

/** An answer that is none: the page of a proxy in front of the service (html), or the first half of what it said. */
export function garbled({ code }: Fault, { body }: Answer): Answer {
  if (code === "html") return bytes(PROXY_PAGE, "text/html;charset=UTF-8");
  const whole = String(body);
  return bytes(whole.slice(0, whole.length / 2), "text/xml;charset=UTF-8");
}
