import { createCookie, json, redirect } from "@remix-run/node";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { localeFrom, type Locale } from "~/i18n/locale";
import { PROBLEM_HEADER } from "./problem";

type Opened = { shop: { publicKey: string }; courier: { locale: string }; session: string; home: string };
type Doors<T extends Opened> = {
  openCourierLink(input: { token: string }): Promise<T | null>;
  openCourierSession(input: { session: string; publicKey: string }): Promise<T | null>;
};
type Asked = { request: Request; params: { token?: string }; context: unknown };
export type Refusal = { locale: Locale; refusal: "gone" | "no_session" | "too_many" | "stop_gone" };

/** The same refusal for a page's script, which reads a header instead of the page. */
const PROBLEMS: Record<Refusal["refusal"], string> = {
  gone: "link_ended",
  no_session: "session_missing",
  too_many: "too_many",
  stop_gone: "delivery_not_yours",
};

const badTokens = new RateLimiterMemory({ points: 60, duration: 600 });

/** Whose cookie this is, checked against their link on every request. Throws the Response for everybody else. */
export async function courierAt<T extends Opened>(doors: Doors<T>, { request, params }: Asked): Promise<T & { locale: Locale }> {
  const opened = await resume(doors, request, params.token ?? "");
  if (!opened) throw refuse(request, hasSession(request, params.token ?? "") ? "gone" : "no_session", 404);
  return { ...opened, locale: localeFrom(opened.courier.locale) };
}

/** The full link is exchanged for a cookie and leads on, by a thrown Response, to an address without a secret. */
export async function exchangeLink<T extends Opened>(doors: Doors<T>, { request, params, context }: Asked): Promise<void> {
  const token = params.token ?? "";
  if (!token.includes(".")) return;
  const opened = await doors.openCourierLink({ token });
  if (!opened) throw await refuseBadLink(request, context);
  const { publicKey } = opened.shop;
  const cookie = await sessionCookie(publicKey).serialize(opened.session, { secure: opened.home.startsWith("https:") });
  throw redirect(`/courier/${publicKey}`, { headers: { ...PRIVATE, "Set-Cookie": cookie } });
}

/** Only links that open nothing are counted: whoever has a good one gets in, however many bad ones came from the same address. */
async function refuseBadLink(request: Request, context: unknown): Promise<Response> {
  const { consumedPoints } = await badTokens.penalty(clientAddress(context));
  return consumedPoints > badTokens.points ? refuse(request, "too_many", 429) : refuse(request, "gone", 404);
}

async function resume<T extends Opened>(doors: Doors<T>, request: Request, publicKey: string): Promise<T | null> {
  if (!/^[A-Za-z0-9]{1,64}$/.test(publicKey)) return null;
  const session: unknown = await sessionCookie(publicKey).parse(request.headers.get("Cookie"));
  return typeof session === "string" ? doors.openCourierSession({ session, publicKey }) : null;
}

/** Whether the browser sent our cookie at all: one that takes none never gets past its own link. */
const hasSession = (request: Request, publicKey: string): boolean =>
  (request.headers.get("Cookie") ?? "").split(/;\s*/).some((cookie) => cookie.startsWith(`courier_${publicKey}=`));

/** One for each shop, so that a courier of two shops stays in both. Its value is signed by us already. */
const sessionCookie = (publicKey: string) =>
  createCookie(`courier_${publicKey}`, { path: "/courier", httpOnly: true, sameSite: "lax", maxAge: 90 * 86_400 });

/** No page of a courier is kept, indexed or told to others. */
export const PRIVATE = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" };

export const refuse = (
  request: Request,
  refusal: Refusal["refusal"],
  status: number,
  locale = localeFrom(request.headers.get("Accept-Language")),
): Response =>
  json<Refusal>(
    { locale, refusal },
    { status, headers: { ...PRIVATE, [PROBLEM_HEADER]: PROBLEMS[refusal], ...(status === 429 ? { "Retry-After": "600" } : {}) } },
  );

/** Who called, as the server knows it: what a header says counts only when a proxy of ours wrote it (TRUSTED_PROXIES). */
const clientAddress = (context: unknown): string =>
  context && typeof context === "object" && "clientAddress" in context ? String(context.clientAddress) : "unknown";

/** A form of ours. Browsers that don't tell are held back by the cookie's SameSite=Lax. */
export function isFromOurPage(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("Origin");
  if (!origin || origin === "null") return true;
  return (
    URL.canParse(origin) &&
    new URL(origin).host === (request.headers.get("X-Forwarded-Host")?.split(",")[0]?.trim() ?? request.headers.get("Host"))
  );
}
