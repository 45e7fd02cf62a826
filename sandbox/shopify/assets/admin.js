// The admin's side of App Bridge: gives tokens, renders the app's navigation, toasts, title and save bar, keeps the address in step.
const shell = JSON.parse(document.getElementById("shell").textContent);
const frame = document.querySelector("iframe.app");
const byId = (id) => document.getElementById(id);
const toFrame = (message) => frame.contentWindow.postMessage({ source: "admin", ...message }, shell.appOrigin);
const withShop = (path) => (shell.isDemoShop ? path : `${path}${path.includes("?") ? "&" : "?"}shop=${shell.shop}`);

async function answer(call, give) {
  try {
    toFrame({ type: "answer", call, value: await give() });
  } catch (error) {
    toFrame({ type: "answer", call, error: error.message });
  }
}

async function freshToken() {
  const response = await fetch(`/admin/session-token?shop=${encodeURIComponent(shell.shop)}`);
  if (!response.ok) throw new Error(`no session token: ${response.status}`);
  return (await response.json()).token;
}

function button(label, onClick, { isPrimary = false, isDisabled = false } = {}) {
  const made = document.createElement("button");
  made.textContent = label;
  made.disabled = isDisabled;
  made.className = isPrimary ? "primary" : "";
  made.addEventListener("click", onClick);
  return made;
}

function showState({ path, items, title, buttons, documentTitle }) {
  history.replaceState(null, "", withShop(`/admin/apps/${shell.handle}${path}`));
  document.title = `${documentTitle || shell.appName} · ${shell.shopName}`;
  const here = path.split("?")[0];
  const best = items.filter((one) => here.startsWith(one.href.split("?")[0])).sort((a, b) => b.href.length - a.href.length)[0];
  byId("app-nav").replaceChildren(
    ...items.map((one) => {
      const link = document.createElement("a");
      link.textContent = one.label;
      link.href = withShop(`/admin/apps/${shell.handle}${one.href}`);
      if (one === best) link.setAttribute("aria-current", "page");
      link.addEventListener("click", (event) => {
        event.preventDefault();
        document.body.classList.remove("nav-open");
        toFrame({ type: "navigate", href: one.href });
      });
      return link;
    }),
  );
  byId("title").hidden = title === "" && buttons.length === 0;
  byId("title-text").textContent = title;
  byId("title-buttons").replaceChildren(
    ...buttons.map((one, index) => button(one.label, () => toFrame({ type: "titleButton", index }), one)),
  );
}

function showToast({ id, message, isError }) {
  const toast = document.createElement("div");
  toast.className = isError ? "toast error" : "toast";
  toast.id = id;
  toast.setAttribute("role", "status");
  toast.textContent = message;
  toast.addEventListener("animationend", () => toast.remove());
  byId("toasts").append(toast);
}

function showSaveBar({ id, isShown }) {
  byId("save-bar").hidden = !isShown;
  const press = (isSave) => () => toFrame({ type: "saveBarButton", id, isSave });
  byId("save-bar-buttons").replaceChildren(
    button(shell.words.discard, press(false)),
    button(shell.words.save, press(true), { isPrimary: true }),
  );
}

const handlers = {
  idToken: ({ call }) => answer(call, freshToken),
  intent: ({ call, intent }) => answer(call, () => Promise.reject(new Error(`the sandbox doesn't play the intent ${intent}`))),
  leaveConfirmation: ({ call }) => answer(call, () => (confirm(shell.words.leave) ? undefined : Promise.reject(new Error("stay")))),
  state: showState,
  toast: showToast,
  toastHide: ({ id }) => byId(id)?.remove(),
  saveBar: showSaveBar,
  loading: ({ isLoading }) => byId("loading").toggleAttribute("hidden", !isLoading),
  adminNavigate: ({ path }) => location.assign(withShop(`/admin${path}`)),
};

window.addEventListener("message", ({ origin, source, data }) => {
  if (origin !== shell.appOrigin || source !== frame.contentWindow || data?.source !== "app-bridge") return;
  handlers[data.type]?.(data);
});
frame.addEventListener("load", () => byId("loading").setAttribute("hidden", ""));
frame.src = shell.src;
