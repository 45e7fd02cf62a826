// The checkout page: asks for rates and sums while the shopper types, hosts the extension, places the order.
const state = JSON.parse(document.getElementById("state").textContent);
const form = document.getElementById("checkout");
const byId = (id) => document.getElementById(id);
const frame = byId("extension");

function signal(value) {
  const listeners = new Set();
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const paymentOptions = {
  card: { type: "creditCard", handle: "shopify_payments" },
  card_authorized: { type: "creditCard", handle: "shopify_payments" },
  transfer: { type: "manualPayment", handle: "bank_deposit" },
  cash_on_delivery: { type: "paymentOnDelivery", handle: "cash_on_delivery" },
};
const CART = "gid://shopify/Cart/sandbox";
const metafields = signal([]);
const attributes = signal([]);
const paymentOption = signal([paymentOptions.card]);
const totalAmount = signal({ amount: state.total, currencyCode: state.currency });
const shippingAddress = signal(undefined);
const instructions = signal({
  attributes: { canUpdateAttributes: true },
  metafields: { canSetCartMetafields: true, canDeleteCartMetafield: true },
});
const without = (list, isIt) => list.filter((one) => !isIt(one));

async function applyMetafieldChange(change) {
  const { namespace, key, type, value } = change.metafield ?? change;
  const others = without(metafields.value, (one) => one.metafield.namespace === namespace && one.metafield.key === key);
  if (change.type === "removeCartMetafield") metafields.set(others);
  else if (change.type === "updateCartMetafield")
    metafields.set([...others, { target: { type: "cart", id: CART }, metafield: { namespace, key, type, valueType: type, value } }]);
  else return { type: "error", message: `unknown change ${change.type}` };
  return { type: "success" };
}

async function applyAttributeChange(change) {
  const others = without(attributes.value, (one) => one.key === change.key);
  if (change.type === "removeAttribute") attributes.set(others);
  else if (change.type === "updateAttribute") attributes.set([...others, { key: change.key, value: change.value }]);
  else return { type: "error", message: `unknown change ${change.type}` };
  return { type: "success" };
}

window.checkoutHost = {
  resize: (height) => (frame.style.height = `${height}px`),
  api: {
    settings: signal({}),
    instructions,
    appMetafields: metafields,
    attributes,
    selectedPaymentOptions: paymentOption,
    cost: { totalAmount },
    shippingAddress,
    buyerIdentity: { customer: signal(undefined) },
    applyMetafieldChange,
    applyAttributeChange,
  },
};
frame.src = frame.dataset.src;

const addressFields = ["firstName", "lastName", "address1", "address2", "city", "province", "zip", "countryCode"];
const addressNow = () => Object.fromEntries(addressFields.map((name) => [name, form.elements[name].value.trim()]));
let discountCode = "";
let shippingCode = null;
let lastQuote = 0;

async function post(path, body) {
  const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return { ok: response.ok, body: await response.json() };
}

function showRates({ isComplete, rates, chosen }) {
  const say = (text, look) => Object.assign(document.createElement("p"), { textContent: text, className: look });
  if (!isComplete) return byId("rates").replaceChildren(say(state.words.enterAddress, "soft"));
  if (rates.length === 0) return byId("rates").replaceChildren(say(state.words.noShipping, "problem"));
  byId("rates").replaceChildren(
    ...rates.map((rate) => {
      const label = document.createElement("label");
      const radio = Object.assign(document.createElement("input"), {
        type: "radio",
        name: "rate",
        value: rate.code,
        checked: rate.code === chosen,
      });
      const title = Object.assign(document.createElement("span"), { textContent: rate.title });
      if (rate.description) title.append(Object.assign(document.createElement("small"), { textContent: rate.description }));
      label.append(radio, title, Object.assign(document.createElement("b"), { textContent: rate.price }));
      return label;
    }),
  );
}

async function askForQuote() {
  const mine = (lastQuote += 1);
  byId("rates").setAttribute("aria-busy", "true");
  const { ok, body } = await post("/checkout/quote", { address: addressNow(), shippingCode, discountCode, language: state.language });
  // A later question is on its way: only its answer counts.
  if (mine !== lastQuote || !ok) return;
  byId("rates").removeAttribute("aria-busy");
  shippingCode = body.chosen;
  showRates(body);
  for (const name of ["subtotal", "discount", "shipping", "tax", "total"]) byId(name).textContent = body.sums[name] ?? "—";
  byId("row-discount").hidden = body.sums.discount === null;
  byId("pay").disabled = shippingCode === null;
  totalAmount.set({ amount: body.totalAmount, currencyCode: state.currency });
  showProblem(body.isCodeWrong ? state.words.wrongCode : "");
}

function showProblem(text) {
  byId("problem").textContent = text;
  byId("problem").hidden = text === "";
}

function showAddress() {
  const { firstName, lastName } = addressNow();
  shippingAddress.set({ firstName, lastName, name: `${firstName} ${lastName}`.trim(), countryCode: "EC" });
}

let typing;
form.addEventListener("input", ({ target }) => {
  target.removeAttribute("aria-invalid");
  if (!addressFields.includes(target.name)) return;
  clearTimeout(typing);
  typing = setTimeout(askForQuote, 250);
});
form.addEventListener("change", ({ target }) => {
  if (target.name === "payment") {
    paymentOption.set([paymentOptions[target.value]]);
    byId("pay").textContent = target.value.startsWith("card") ? state.words.pay : state.words.complete;
  }
  if (target.name === "rate") {
    shippingCode = target.value;
    void askForQuote();
  }
  if (addressFields.includes(target.name)) showAddress();
});
byId("discount-form").addEventListener("submit", (event) => {
  event.preventDefault();
  discountCode = event.target.elements.code.value;
  void askForQuote();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  for (const field of form.querySelectorAll("input, select")) field.toggleAttribute("aria-invalid", !field.checkValidity());
  const wrong = form.querySelector("[aria-invalid]");
  if (wrong) {
    wrong.focus();
    return showProblem(state.words.incomplete);
  }
  byId("pay").disabled = true;
  const { ok, body } = await post("/checkout/complete", {
    address: addressNow(),
    email: form.elements.email.value.trim(),
    phone: form.elements.phone.value.trim(),
    payment: form.elements.payment.value,
    shippingCode,
    discountCode,
    language: state.language,
    metafields: metafields.value.map(({ metafield: { namespace, key, type, value } }) => ({ namespace, key, type, value })),
    attributes: attributes.value,
  });
  if (ok) return location.assign(body.location);
  byId("pay").disabled = false;
  showProblem(body.errors.map((error) => `${error.path}: ${error.message}`).join("; "));
});
void askForQuote();
