import type { Phone } from "./phone";

/** Lets the service worker take over the next visits, and tells the phone when a newer one waits. */
export async function registerWorker(phone: Phone): Promise<void> {
  if (!navigator.serviceWorker) return;
  const hadController = navigator.serviceWorker.controller !== null;
  // It was asked to take over: the page begins anew with its own version.
  if (hadController) navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  const registration = await navigator.serviceWorker.register("/courier/sw.js", { scope: "/courier/" });
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) phone.offerVersion(registration.waiting);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
}
