const OWN_MACHINE = new Set(["localhost", "127.0.0.1"]);

/**
 * The address of a server that a merchant names: https, or this very machine (which production refuses to reach); no user, no password.
 * Null where it is none.
 */
export function readServerUrl(text: string): string | null {
  const url = URL.parse(text.trim());
  if (!url || url.username || url.password || url.hash) return null;
  return url.protocol === "https:" || (url.protocol === "http:" && OWN_MACHINE.has(url.hostname)) ? url.href : null;
}
