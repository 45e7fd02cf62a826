import type { OAuth } from "./oauth.ts";
import type { World } from "./domain/world.ts";

const RETRY_MS = 500;
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

/** The address by which the admin opens the app in a shop; the path is the app's own. */
export function appAddress(parts: { appUrl: string; oauth: OAuth; language?: string }, shop: string, path = "/app"): string {
  const handle = shop.replace(".myshopify.com", "");
  const url = new URL(path, parts.appUrl);
  const host = Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64").replace(/=+$/, "");
  for (const [name, value] of Object.entries({
    embedded: "1",
    shop,
    host,
    locale: parts.language ?? "es",
    id_token: parts.oauth.sessionToken(shop),
  }))
    url.searchParams.set(name, value);
  return url.href;
}

export interface Installer {
  /** Opens the app in a shop until it answers and has exchanged a token. */
  install(shop: string): void;
  isInstalled(shop: string): boolean;
  /** Why the last try did not do. */
  problem(shop: string): string | null;
  close(): void;
}

/** Installs the app the way a merchant does: by opening it from the admin. */
export function createInstaller(parts: { appUrl: string; oauth: OAuth; world: World }): Installer {
  const states = new Map<string, { isInstalled: boolean; problem: string | null }>();
  const timers = new Set<NodeJS.Timeout>();
  const closing = new AbortController();

  async function open(shop: string): Promise<string | null> {
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(30_000)]);
      const answer = await fetch(appAddress(parts, shop), { headers: { "user-agent": BROWSER, accept: "text/html" }, signal });
      const body = await answer.text();
      if (!answer.ok) return `the app answered ${answer.status} ${body.slice(0, 200)}`;
      const hasToken = Object.values(parts.world.state.tokens).some((token) => token.shop === shop);
      return hasToken ? null : "the app answered but has not exchanged a token";
    } catch (error) {
      return `the app doesn't answer at ${parts.appUrl}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async function tryOnce(shop: string): Promise<void> {
    const problem = await open(shop);
    if (closing.signal.aborted) return;
    states.set(shop, { isInstalled: problem === null, problem });
    if (problem === null) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void tryOnce(shop);
    }, RETRY_MS);
    timers.add(timer);
  }

  return {
    install(shop) {
      states.set(shop, { isInstalled: false, problem: "not tried yet" });
      void tryOnce(shop);
    },
    isInstalled: (shop) => states.get(shop)?.isInstalled ?? false,
    problem: (shop) => states.get(shop)?.problem ?? null,
    close() {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
