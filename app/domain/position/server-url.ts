const OWN_MACHINE = new Set(["localhost", "127.0.0.1"]);

/** `holds_key`: it has a user, a password or a query, where keys stand in clear; `no_server`: it is no address of a server. */
export type ServerUrl = { url: string } | { problem: "holds_key" | "no_server" };

/**
 * The address of a server that a merchant names: https, or this very machine (which production refuses to reach). It is stored and shown as
 * it is, so that nothing secret may stand in it: a key has a field of its own, where it is sealed.
 */
export function readServerUrl(text: string): ServerUrl {
  const url = URL.parse(text.trim());
  const isServer = url?.protocol === "https:" || (url?.protocol === "http:" && OWN_MACHINE.has(url.hostname));
  if (!url || !isServer || url.hash) return { problem: "no_server" };
  return url.username || url.password || url.search ? { problem: "holds_key" } : { url: url.href };
}
