// Stands in for Shopify's App Bridge inside the app's iframe: session tokens, navigation, toast, save bar, title bar.
(() => {
  if (window.shopify) return;
  const script = document.currentScript;
  const ADMIN = new URL(script.src).origin;
  const query = new URLSearchParams(location.search);
  const embeddedOnly = ["embedded", "id_token", "hmac", "timestamp", "session", "locale", "host", "shop"];
  const apiKey = script.dataset.apiKey ?? document.querySelector('meta[name="shopify-api-key"]')?.content ?? "";
  const shop = query.get("shop") ?? "";
  const ownPath = () => {
    const kept = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => !embeddedOnly.includes(name)));
    return location.pathname + (kept.size > 0 ? `?${kept}` : "");
  };
  // An embedded app that is opened by itself belongs into the admin.
  if (window.top === window) {
    const home = new URL(`/admin/apps/bimcommerce${ownPath()}`, ADMIN);
    if (shop) home.searchParams.set("shop", shop);
    return void location.replace(home);
  }

  const waiting = new Map();
  let lastCall = 0;
  const tell = (type, detail = {}) => window.parent.postMessage({ source: "app-bridge", type, ...detail }, ADMIN);
  const ask = (type, detail) =>
    new Promise((resolve, reject) => {
      const call = (lastCall += 1);
      waiting.set(call, { resolve, reject });
      tell(type, { call, ...detail });
    });
  const idToken = () => ask("idToken");

  // The library's bounce page: come back with a fresh token.
  const reload = query.get("shopify-reload");
  if (reload) {
    idToken().then((token) => {
      const target = new URL(reload, location.origin);
      target.searchParams.set("id_token", token);
      location.replace(target);
    });
  }

  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return plainFetch(request);
    const send = async () => {
      const headers = new Headers(request.headers);
      headers.set("Authorization", `Bearer ${await idToken()}`);
      headers.set("X-Requested-With", "XMLHttpRequest");
      return plainFetch(new Request(request.clone(), { headers }));
    };
    const answer = await send();
    return answer.status === 401 && answer.headers.get("X-Shopify-Retry-Invalid-Session-Request") === "1" ? send() : answer;
  };

  let toasts = 0;
  const saveBars = new Map();
  const saveBarOf = (id) => document.getElementById(id);
  const saveBar = {
    show: async (id) => void (saveBars.set(id, true), tell("saveBar", { id, isShown: true })),
    hide: async (id) => void (saveBars.delete(id), tell("saveBar", { id, isShown: false })),
    toggle: (id) => (saveBars.has(id) ? saveBar.hide(id) : saveBar.show(id)),
    leaveConfirmation: () => (saveBars.size > 0 ? ask("leaveConfirmation") : Promise.resolve()),
  };
  const modal = {
    show: async (id) => document.getElementById(id)?.setAttribute("open", ""),
    hide: async (id) => document.getElementById(id)?.removeAttribute("open"),
    toggle: async (id) => document.getElementById(id)?.toggleAttribute("open"),
  };
  window.shopify = {
    config: { apiKey, shop, host: query.get("host") ?? "", locale: query.get("locale") ?? "es" },
    origin: ADMIN,
    environment: { embedded: true, mobile: false, pos: false },
    idToken,
    toast: {
      show: (message, options = {}) => {
        const id = `toast-${(toasts += 1)}`;
        tell("toast", { id, message: String(message), isError: Boolean(options.isError) });
        return id;
      },
      hide: (id) => tell("toastHide", { id }),
    },
    loading: (isLoading) => tell("loading", { isLoading: isLoading !== false }),
    saveBar,
    modal,
    navigate: (path) => tell("adminNavigate", { path }),
    resourcePicker: () => Promise.reject(new Error("the sandbox has no resource picker")),
    intents: { invoke: (intent) => ask("intent", { intent: String(intent) }), register: () => () => undefined },
    user: async () => ({ id: 42, firstName: "María", lastName: "Andrade", accountAccess: "full" }),
    ready: Promise.resolve(),
  };

  // Navigation: the app's router hears `shopify:navigate`; an app without one follows the link.
  let hearsNavigate = false;
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    target.addEventListener = (type, ...rest) => {
      hearsNavigate ||= type === "shopify:navigate";
      return add(type, ...rest);
    };
  }
  const navItems = () => [...document.querySelectorAll("ui-nav-menu a, s-app-nav s-link, s-app-nav a")];
  const follow = (href) => {
    const item = navItems().find((one) => one.getAttribute("href") === href);
    if (!item || !hearsNavigate) return void location.assign(href);
    item.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  };
  const inBar = (selector) => [...(document.querySelector(selector)?.querySelectorAll("button, s-button, a") ?? [])];
  const buttonsOf = (selector) =>
    inBar(selector).map((one) => ({
      label: one.textContent.trim(),
      isPrimary: one.getAttribute("variant") === "primary",
      isDisabled: one.hasAttribute("disabled"),
    }));

  let shown = "";
  const report = () => {
    const items = navItems().map((one) => ({
      label: one.textContent.trim(),
      href: one.getAttribute("href"),
      isHome: one.getAttribute("rel") === "home",
    }));
    const title = document.querySelector("ui-title-bar")?.getAttribute("title") ?? "";
    const state = {
      path: ownPath(),
      items: items.filter((one) => !one.isHome),
      title,
      buttons: buttonsOf("ui-title-bar"),
      documentTitle: document.title,
    };
    const text = JSON.stringify(state);
    if (text === shown) return;
    shown = text;
    tell("state", state);
  };
  for (const method of ["pushState", "replaceState"]) {
    const original = history[method].bind(history);
    history[method] = (...given) => (original(...given), report());
  }
  window.addEventListener("popstate", report);
  new MutationObserver(report).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // Forms that ask for the contextual save bar.
  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-save-bar]");
    if (form) saveBar.show((form.id ||= "save-bar-form"));
  });
  for (const type of ["submit", "reset"])
    document.addEventListener(type, ({ target }) => target.matches?.("form[data-save-bar]") && saveBar.hide(target.id));
  const pressSaveBar = (id, isSave) => {
    const element = saveBarOf(id);
    if (element instanceof HTMLFormElement) return isSave ? element.requestSubmit() : (element.reset(), saveBar.hide(id));
    [...(element?.querySelectorAll("button") ?? [])].find((one) => (one.getAttribute("variant") === "primary") === isSave)?.click();
  };

  document.addEventListener("click", (event) => {
    const href = event.target.closest?.("a[href^='shopify://admin']")?.getAttribute("href");
    if (!href) return;
    event.preventDefault();
    tell("adminNavigate", { path: href.replace("shopify://admin", "") });
  });
  const plainOpen = window.open.bind(window);
  window.open = (url, target, ...rest) => {
    const address = String(url ?? "");
    if (address.startsWith("shopify://admin")) return void tell("adminNavigate", { path: address.replace("shopify://admin", "") });
    return plainOpen(url, target, ...rest);
  };

  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== ADMIN || source !== window.parent || data?.source !== "admin") return;
    if (data.type === "answer") {
      const call = waiting.get(data.call);
      waiting.delete(data.call);
      if (data.error) call?.reject(new Error(data.error));
      else call?.resolve(data.value);
    } else if (data.type === "navigate") follow(data.href);
    else if (data.type === "titleButton") inBar("ui-title-bar")[data.index]?.click();
    else if (data.type === "saveBarButton") pressSaveBar(data.id, data.isSave);
  });

  const style = document.createElement("style");
  style.textContent = `ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal:not([open]) { display: none }
    ui-modal[open] { display: block; position: fixed; inset: 10% 15%; z-index: 1000; padding: 1rem; overflow: auto; border-radius: 12px; background: #fff; box-shadow: 0 0 0 100vmax #0008 }`;
  document.head.append(style);
  report();
})();
