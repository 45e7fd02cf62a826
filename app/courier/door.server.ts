import { createCookie, json, redirect } from "@remix-run/node";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { localeFrom, type Locale } from "~/i18n/locale";

type Opened = { shop: { publicKey: string }; courier: { locale: string }; session: string; home: string };
type Doors<T extends Opened> = {
  openCourierLink(input: { token: string }): Promise<T | null>;
  openCourierSession(input: { session: string; publicKey: string }): Promise<T | null>;
};
type Asked = { request: Request; params: { token?: string }; context: unknown };
export type Refusal = { locale: Locale; refusal: "gone" | "too_many" | "stop_gone" };

const badTokens = new RateLimiterMemory({ points: 60, duration: 600 });

/** Whose cookie this is, checked against their link on every request. Throws the Response for everybody else. */
export async function courierAt<T extends Opened>(doors: Doors<T>, { request, params }: Asked): Promise<T & { locale: Locale }> {
  const opened = await resume(doors, request, params.token ?? "");
  if (!opened) throw refuse(request, "gone", 404);
  return { ...opened, locale: localeFrom(opened.courier.locale) };
}

/** The full link is exchanged for a cookie and leads on, by a thrown Response, to an address without a secret. */
export async function exchangeLink<T extends Opened>(doors: Doors<T>, { request, params, context }: Asked): Promise<void> {
  const token = params.token ?? "";
  if (!token.includes(".")) return;
  const address = clientAddress(request, context);
  if (((await badTokens.get(address))?.consumedPoints ?? 0) >= badTokens.points) throw refuse(request, "too_many", 429);
  const opened = await doors.openCourierLink({ token });
  if (!opened) {
    // The one over the limit is refused by the check above, next time.
    await badTokens.penalty(address);
    throw refuse(request, "gone", 404);
  }
  const { publicKey } = opened.shop;
  const cookie = await sessionCookie(publicKey).serialize(opened.session, { secure: opened.home.startsWith("https:") });
  throw redirect(`/courier/${publicKey}`, { headers: { ...PRIVATE, "Set-Cookie": cookie } });
}

async function resume<T extends Opened>(doors: Doors<T>, request: Request, publicKey: string): Promise<T | null> {
  if (!/^[A-Za-z0-9]{1,64}$/.test(publicKey)) return null;
  const session: unknown = await sessionCookie(publicKey).parse(request.headers.get("Cookie"));
  return typeof session === "string" ? doors.openCourierSession({ session, publicKey }) : null;
}

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
): Response => json<Refusal>({ locale, refusal }, { status, headers: { ...PRIVATE, ...(status === 429 ? { "Retry-After": "600" } : {}) } });

/** The nearest proxy's word for who called. Who forges it evades a limit that 256-bit secrets don't need; nobody else is locked out. */
function clientAddress(request: Request, context: unknown): string {
  const forwarded = request.headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim();
  const direct = context && typeof context === "object" && "clientAddress" in context ? String(context.clientAddress) : "unknown";
  return forwarded || direct;
}

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
