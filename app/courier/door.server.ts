import { createCookie, json, redirect } from "@remix-run/node";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { localeFrom, type Locale } from "~/i18n/locale";
import { deviceName } from "./device-name";
import { PROBLEM_HEADER } from "./problem";

type Opened = { shop: { publicKey: string }; courier: { locale: string } };
type SignedIn =
  | { kind: "in"; publicKey: string; session: string; home: string }
  | { kind: "pin"; locale: string; timeZone: string; triesLeft: number | null; lockedUntil: Date | null };
type Doors<T extends Opened> = { openCourierSession(input: { session: string; publicKey: string }): Promise<T | null> };
type Entries = {
  signInPhone(input: { token: string; deviceName: string; session: string | null; pin: string | null }): Promise<SignedIn | null>;
  exchangeOldSession(input: { session: string; publicKey: string; deviceName: string }): Promise<{ session: string; home: string } | null>;
};
type Asked = { request: Request; params: { token?: string }; context: unknown };
/** What the page that asks for the PIN says: an instant where the link is locked, told in the shop's zone. */
export type PinAsked = { timeZone: string; triesLeft: number | null; lockedUntil: string | null };
export type Refusal = {
  locale: Locale;
  refusal: "gone" | "no_session" | "too_many" | "stop_gone" | "pin";
  pin?: PinAsked;
};

/** The same refusal for a page's script, which reads a header instead of the page. */
const PROBLEMS: Record<Refusal["refusal"], string> = {
  gone: "link_ended",
  no_session: "session_missing",
  too_many: "too_many",
  stop_gone: "delivery_not_yours",
  pin: "pin_wanted",
};

const badTokens = new RateLimiterMemory({ points: 60, duration: 600 });

/** Whose cookie this is, checked against their link on every request. Throws the Response for everybody else. */
export async function courierAt<T extends Opened>(doors: Doors<T>, { request, params }: Asked): Promise<T & { locale: Locale }> {
  const opened = await resume(doors, request, params.token ?? "");
  if (!opened) throw refuse(request, hasSession(request, params.token ?? "") ? "gone" : "no_session", 404);
  return { ...opened, locale: localeFrom(opened.courier.locale) };
}

/**
 * The full link signs the telephone in and leads on, by a thrown Response, to an address without a secret; where the courier has a PIN, it is asked for
 * first (`pin`: as typed). A cookie of before telephones had their own sessions is exchanged too.
 */
export async function exchangeLink(doors: Entries, { request, params, context }: Asked, pin: string | null = null): Promise<void> {
  const token = params.token ?? "";
  const [publicKey = "", secret] = token.split(".");
  const [session, name] = [await sessionIn(request, publicKey), deviceName(request.headers.get("User-Agent"))];
  if (secret === undefined) {
    const exchanged = session && (await doors.exchangeOldSession({ session, publicKey, deviceName: name }));
    if (exchanged) throw await signedIn({ publicKey, ...exchanged });
    return;
  }
  const opened = await doors.signInPhone({ token, deviceName: name, session, pin });
  if (!opened) throw await refuseBadLink(request, context);
  throw opened.kind === "in" ? await signedIn(opened) : askForPin(request, opened);
}

const signedIn = async ({ publicKey, session, home }: { publicKey: string; session: string; home: string }): Promise<Response> =>
  redirect(`/courier/${publicKey}`, {
    headers: { ...PRIVATE, "Set-Cookie": await sessionCookie(publicKey).serialize(session, { secure: home.startsWith("https:") }) },
  });

function askForPin(request: Request, { locale, timeZone, triesLeft, lockedUntil }: Extract<SignedIn, { kind: "pin" }>): Response {
  const pin = { timeZone, triesLeft, lockedUntil: lockedUntil?.toISOString() ?? null };
  return refuse(request, "pin", lockedUntil ? 429 : 401, localeFrom(locale), { pin });
}

/** Only links that open nothing are counted: whoever has a good one gets in, however many bad ones came from the same address. */
async function refuseBadLink(request: Request, context: unknown): Promise<Response> {
  const { consumedPoints } = await badTokens.penalty(clientAddress(context));
  return consumedPoints > badTokens.points ? refuse(request, "too_many", 429) : refuse(request, "gone", 404);
}

async function resume<T extends Opened>(doors: Doors<T>, request: Request, publicKey: string): Promise<T | null> {
  const session = await sessionIn(request, publicKey);
  return session ? doors.openCourierSession({ session, publicKey }) : null;
}

async function sessionIn(request: Request, publicKey: string): Promise<string | null> {
  if (!/^[A-Za-z0-9]{1,64}$/.test(publicKey)) return null;
  const session: unknown = await sessionCookie(publicKey).parse(request.headers.get("Cookie"));
  return typeof session === "string" ? session : null;
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
  more: Pick<Refusal, "pin"> = {},
): Response =>
  json<Refusal>(
    { locale, refusal, ...more },
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
