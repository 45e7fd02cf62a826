import { randomUUID } from "node:crypto";
import type { AppConfig } from "../app-config.ts";
import type { OrderTopic } from "../domain/core.ts";
import type { Order } from "../domain/order-state.ts";
import type { Location, Shop } from "../domain/state.ts";
import type { World } from "../domain/world.ts";
import { canPlay, payloadOfLocation, payloadOfOrder, payloadOfShop, type ShopTopic } from "./payloads.ts";
import type { Sender } from "./sender.ts";

export interface Emitter {
  order(shop: Shop, order: Order, topic: OrderTopic): string[];
  shop(shop: Shop, topic: ShopTopic): string[];
  location(shop: Shop, location: Location, topic: string): string[];
  /** Any topic with any body, signed like the rest. */
  raw(shop: string, topic: string, body: string): string[];
}

/** Turns what happened into one webhook for each subscription of `shopify.app.toml` that asks for it, in shops where the app is installed. */
export function createEmitter(parts: { world: World; config: AppConfig; sender: Sender; appUrl: string }): Emitter {
  const { world, config, sender, appUrl } = parts;
  for (const { topic } of config.subscriptions)
    if (!canPlay(topic)) throw new Error(`shopify.app.toml subscribes to ${topic}, which the sandbox doesn't play`);

  function raw(shop: string, topic: string, body: string): string[] {
    const eventId = randomUUID();
    return config.subscriptions
      .filter((one) => one.topic === topic)
      .map(({ uri }) => sender.send({ eventId, topic, shop, url: new URL(uri, appUrl).href, apiVersion: config.apiVersion, body }));
  }
  const isInstalled = (shop: Shop) => Object.values(world.state.tokens).some((token) => token.shop === shop.domain);
  return {
    raw,
    order: (shop, order, topic) =>
      isInstalled(shop) ? raw(shop.domain, topic, JSON.stringify(payloadOfOrder(topic, shop, order, world.now()))) : [],
    location: (shop, location, topic) =>
      isInstalled(shop) ? raw(shop.domain, topic, JSON.stringify(payloadOfLocation(topic, shop, location, world.now()))) : [],
    // app/uninstalled and the compliance topics come when the tokens are already gone.
    shop: (shop, topic) => raw(shop.domain, topic, JSON.stringify(payloadOfShop(topic, shop))),
  };
}
