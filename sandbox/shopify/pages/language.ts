import type { SandboxRequest } from "../../http.ts";

export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** `?lang=` wins and is remembered, else the remembered one, else Spanish. */
export function languageOf({ url, headers }: Pick<SandboxRequest, "url" | "headers">): Language {
  const wanted = url.searchParams.get("lang") ?? cookieOf(headers.cookie, "lang");
  return wanted === "en" ? "en" : "es";
}

export const rememberLanguage = (language: Language): string => `lang=${language}; Path=/; SameSite=Lax; Max-Age=31536000`;

export function cookieOf(header: string | undefined, name: string): string | null {
  const found = (header ?? "").split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
}

/** An amount in the reader's way; the minus stands before the currency. */
export function showMoney(cents: number, currency: string, language: Language): string {
  const shown = new Intl.NumberFormat(language === "es" ? "es-EC" : "en-US", { style: "currency", currency }).format(Math.abs(cents) / 100);
  return cents < 0 ? `−${shown}` : shown;
}

export const showInstant = (iso: string, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "es" ? "es-EC" : "en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    new Date(iso),
  );
