import type { SubscribableSignalLike } from "@shopify/ui-extensions/checkout";
import type { Api } from "@shopify/ui-extensions/purchase.checkout.block.render";
import { useLayoutEffect, useReducer } from "preact/hooks";

/** The checkout as this block sees it. */
export const host = (): Api => (globalThis as unknown as { shopify: Api }).shopify;

/** A text in the buyer's language, from `locales/`. */
export const t = (key: string, replacements?: Record<string, string>): string => host().i18n.translate(key, replacements) as string;

/**
 * The signal's value, rendering again when it changes; undefined when the shop has no approval to read it.
 * The signals live as long as the block does: one subscription, made once, before anything else can happen after the first rendering.
 */
export function useLive<T>(signal: SubscribableSignalLike<T> | undefined): T | undefined {
  const [, renderAgain] = useReducer((count: number, _change: void) => count + 1, 0);
  useLayoutEffect(() => signal?.subscribe(() => renderAgain()), []);
  return signal?.value;
}

/** What a field holds when its event arrives; Shopify's types leave the element open. */
export const typed = (event: Event): string => (event.currentTarget as { value?: string } | null)?.value ?? "";
export const ticked = (event: Event): boolean => (event.currentTarget as { checked?: boolean } | null)?.checked ?? false;
