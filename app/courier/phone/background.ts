type WithBackgroundSync = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

/** Where the browser can, it wakes the service worker when the signal is back, also with the page closed. */
export async function askForBackground(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as WithBackgroundSync | undefined;
  // NotAllowedError: the courier, or this browser, does not want it; the page sends by itself.
  await registration?.sync?.register("courier").catch(() => undefined);
}
