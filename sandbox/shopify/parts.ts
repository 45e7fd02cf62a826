import type { CarrierRates } from "./carrier-rates.ts";
import type { Core } from "./domain/core.ts";
import type { Installer } from "./install.ts";
import type { OAuth } from "./oauth.ts";
import type { Emitter } from "./webhooks/emit.ts";
import type { Sender } from "./webhooks/sender.ts";

/** The parts of the sandbox's Shopify, as its pages and controls use them. */
export interface Shopify {
  core: Core;
  oauth: OAuth;
  rates: CarrierRates;
  sender: Sender;
  emitter: Emitter;
  installer: Installer;
  appUrl: string;
  apiKey: string;
  demoShop: string;
  /** The project's root: the built extensions are read from it. */
  root: string;
}
