import type { getExtension } from "@shopify/ui-extensions-tester";
import { fireEvent } from "@testing-library/preact";
import { vi } from "vitest";

type Block = ReturnType<typeof getExtension<"purchase.checkout.block.render">>;
type Address = { name?: string; firstName?: string; lastName?: string; company?: string };

/** A signal that really tells its subscribers; the tester's own never do. */
export function signal<T>(initial: T) {
  const listeners = new Set<(value: T) => void>();
  return {
    value: initial,
    subscribe(listener: (value: T) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value: T) {
      this.value = value;
      listeners.forEach((listener) => listener(value));
    },
  };
}

/** What the tester lacks: members that need Shopify's approval, which it refuses to read where a real checkout answers undefined. */
export function completeHost(block: Block, known?: Address) {
  const live = known && signal(address(known));
  define(block, "shippingAddress", live);
  define(block, "buyerIdentity", undefined);
  define(block, "settings", signal({ default_id_type: undefined }));
  return live;
}

export const address = (known: Address): Address => ({
  name: undefined,
  firstName: undefined,
  lastName: undefined,
  company: undefined,
  ...known,
});

export function define(block: Block, member: string, value: unknown) {
  Object.defineProperty(block.shopify, member, { value, configurable: true, writable: true });
}

export function instructions(canSetCartMetafields: boolean, canUpdateAttributes: boolean, canDeleteCartMetafield = true) {
  return { attributes: { canUpdateAttributes }, metafields: { canSetCartMetafields, canDeleteCartMetafield } };
}

/** Answers every metafield change with success, and remembers the JSON that the cart holds. */
export function rememberMetafield(block: Block) {
  const cart = { json: null as string | null };
  const apply = vi.fn(async (change: { type: string; metafield?: { value: string } }) => {
    cart.json = change.type === "updateCartMetafield" ? (change.metafield?.value ?? null) : null;
    return { type: "success" as const };
  });
  block.shopify.applyMetafieldChange = apply as unknown as typeof block.shopify.applyMetafieldChange;
  return { cart, apply, stored: (): unknown => cart.json && JSON.parse(cart.json) };
}

/** A field as the checkout has it: what is shown is what `value` says, whoever set it last. */
class Field extends HTMLElement {
  checked = false;
  get value(): string {
    return this.getAttribute("value") ?? "";
  }
  set value(value: string) {
    this.setAttribute("value", value);
  }
}
for (const element of ["s-select", "s-text-field", "s-email-field", "s-checkbox"]) customElements.define(element, class extends Field {});

export const field = (name: string) => document.querySelector<Field>(`[name=${name}]`);
export const valueOf = (name: string) => theField(name).value;

function theField(name: string): Field {
  const found = field(name);
  if (!found) throw new Error(`no field "${name}" is shown`);
  return found;
}

/** Types letter by letter, as the checkout's fields report it, and stays in the field. */
export function typeInto(name: string, text: string) {
  const target = theField(name);
  for (let length = 1; length <= text.length; length++) {
    target.value = text.slice(0, length);
    fireEvent.input(target);
  }
}

export function leave(name: string) {
  const target = theField(name);
  fireEvent(target, new Event("change", { bubbles: true }));
  fireEvent.blur(target);
}

export function fillIn(name: string, text: string) {
  typeInto(name, text);
  leave(name);
}

export function choose(name: string, value: string) {
  const target = theField(name);
  target.value = value;
  fireEvent(target, new Event("change", { bubbles: true }));
}

export function tick(name: string, checked: boolean) {
  const target = theField(name);
  target.checked = checked;
  fireEvent(target, new Event("change", { bubbles: true }));
}

export const errorOf = (name: string) => theField(name).getAttribute("error");
export const pageText = () => document.body.textContent ?? "";
export const headings = () => [...document.querySelectorAll("s-banner")].map((banner) => banner.getAttribute("heading"));
