import { createRoot, hydrateRoot } from "react-dom/client";
import { PLACE, STATE, type PageState } from "../pages/taken-over";
import { addressAt } from "./addresses";
import { App } from "./app";
import { photoWorkerUrl, scanWorkerUrl } from "./built";
import { Phone } from "./phone";
import { registerWorker } from "./register";
import { serverPage } from "./server-page";

/**
 * What the program can't do without. Missing where a page isn't served over https, and in browsers of before 2022: there the server's pages, which need no script,
 * do the work.
 */
const isAble = () =>
  isSecureContext &&
  [navigator.locks, crypto.subtle].every(Boolean) &&
  ["indexedDB", "BroadcastChannel"].every((name) => name in globalThis);

/** What the server put into its page; null in the shell. */
function stateInPage(): PageState | null {
  const text = document.getElementById(STATE)?.textContent;
  return text ? (JSON.parse(text) as PageState) : null;
}

/** What makes it an app on the home screen: the shell is the same for every shop, so it can't name the shop's own. */
function linkManifest(key: string): void {
  if (document.querySelector("link[rel=manifest]")) return;
  const href = `/courier/${key}/manifest.webmanifest`;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href, crossOrigin: "use-credentials" }));
}

function start(key: string): void {
  const first = stateInPage();
  const phone = new Phone(key, { workerUrl: photoWorkerUrl(), scanUrl: scanWorkerUrl(), day: first?.day ?? null });
  const app = <App shopKey={key} phone={phone} first={first} />;
  const place = document.getElementById(PLACE);
  if (place?.hasChildNodes()) hydrateRoot(place, app);
  else if (place) createRoot(place).render(app);
  // What fails here surfaces as an error of the page.
  void begin(phone, first === null);
  linkManifest(key);
}

/** Where nothing can be kept, the phone's own page (`isOurs`) gives way to the server's, whose forms need no memory. */
async function begin(phone: Phone, isOurs: boolean): Promise<void> {
  if (await phone.start()) return registerWorker(phone);
  const instead = isOurs ? serverPage(location.href) : null;
  if (instead) location.replace(instead);
}

const address = addressAt(location.pathname);
if (address && isAble()) start(address.key);
