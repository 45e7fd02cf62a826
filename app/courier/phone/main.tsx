import { createRoot } from "react-dom/client";
import { addressAt } from "./addresses";
import { App } from "./app";
import { photoWorkerUrl } from "./built";
import { Phone } from "./phone";
import { registerWorker } from "./register";
import { PhoneContext } from "./use-phone";

const address = addressAt(location.pathname);
// Where the page isn't served over https a browser has neither hashes nor a service worker: the server's pages work without us.
if (address && isSecureContext) start(address.key);

function start(key: string): void {
  const phone = new Phone(key, photoWorkerUrl());
  const place = document.getElementById("courier");
  if (place)
    createRoot(place).render(
      <PhoneContext.Provider value={phone}>
        <App shopKey={key} />
      </PhoneContext.Provider>,
    );
  // What fails here surfaces as an error of the page.
  void phone.start();
  void registerWorker(phone);
}
