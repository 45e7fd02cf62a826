// Stands in for checkout's extension API, inside the extension's frame; the checkout page around it keeps the cart.
(() => {
  const host = window.parent.checkoutHost;
  const translations = JSON.parse(document.getElementById("translations").textContent);
  const translate = (key, replacements = {}) => {
    const found = key.split(".").reduce((node, part) => node?.[part], translations);
    if (typeof found !== "string") return key;
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name) => String(replacements[name] ?? whole));
  };
  window.shopify = {
    ...host.api,
    i18n: { translate },
    extend(target, callback) {
      if (target !== "purchase.checkout.block.render") throw new Error(`this checkout has no target ${target}`);
      const start = () => Promise.resolve(callback()).catch((error) => console.error(error));
      if (document.body) start();
      else document.addEventListener("DOMContentLoaded", start);
    },
  };
  document.addEventListener("DOMContentLoaded", () => {
    // The field's focus ring needs a little room.
    document.body.style.padding = "3px";
    new ResizeObserver(() => host.resize(document.body.scrollHeight + 6)).observe(document.body);
  });
})();
