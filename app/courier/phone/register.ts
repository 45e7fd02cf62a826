import type { Phone } from "./phone";

/** Lets the service worker take over the next visits, and tells the phone when a newer one waits. */
export async function registerWorker(phone: Phone): Promise<void> {
  if (!navigator.serviceWorker) return phone.missColdStart();
  const hadController = navigator.serviceWorker.controller !== null;
  // It was asked to take over: the page begins anew with its own version.
  if (hadController) navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register("/courier/sw.js", { scope: "/courier/" });
  } catch (error) {
    // Refused by the browser, or its file did not come: the next visit tries again.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    return phone.missColdStart();
  }
  const look = () => {
    // Its files could not all be kept.
    if (!registration.active && !registration.installing && !registration.waiting) phone.missColdStart();
    if (registration.waiting && navigator.serviceWorker.controller) phone.offerVersion(registration.waiting);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
}
