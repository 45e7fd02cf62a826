import { Explained } from "../progress.mjs";
import type { Settings } from "../stack/secrets.ts";
import type { Launched } from "./launch.ts";
import type { World } from "./probe.ts";
import { redactor } from "./redact.ts";
import { wireTo } from "./wire.ts";

export type Choices = Pick<World, "waitSeconds" | "handMade" | "p12" | "isSandbox"> & {
  shop?: string;
  mailTo?: string;
  iKnow: boolean;
  cleans: boolean;
};

/** Names of settings that are no secrets: hiding them would hide the report's own words. */
const OPEN =
  /^(NODE_ENV|ROLE|PORT|.*_PORT|LOG_LEVEL|DATABASE_POOL|SCOPES|ALLOW_SANDBOX|EC_SRI_\w+|ADMIN_ORIGIN|SHOPIFY_BASE_URL|APP_BRIDGE_URL|FILES_URL|DATA_DIR|CLOCK_URL)$/;
const OURS = /^(APP_|SHOPIFY_|LINK_|DATABASE_|SMTP_|MAIL_|FILES_|EC_|FIRST_CONTACT_)/;

/** The parts of a setting that could turn up by themselves: the whole, each key of a ring, host, user and password of an address. */
function partsOf(value: string): string[] {
  const url = URL.canParse(value) ? new URL(value) : null;
  const host = url && !/^(localhost|127\.|\[)/.test(url.hostname) ? [url.hostname] : [];
  return [
    value,
    ...value.split(/[,:]/).filter((part) => part.length >= 16),
    ...(url ? [...host, decodeURIComponent(url.password), decodeURIComponent(url.username)] : []),
  ];
}

const secretsIn = (settings: Settings): string[] =>
  Object.entries(settings)
    .filter(([name]) => OURS.test(name) && !OPEN.test(name))
    .flatMap(([, value]) => partsOf(value));

async function theShop(app: typeof import("~/composition.server"), wanted: string | undefined) {
  const shops = await app.ports.store.installedShops();
  const found = wanted ? shops.filter(({ domain }) => domain === wanted) : shops;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw new Explained(`The app is installed in ${found.length} shops: name one by --shop.`);
  throw new Explained(
    "The app is not installed in this shop: run npm run dev, open the app in the store's admin once (docs/real-store.md).",
  );
}

type Plan = { shop: { email: string; plan: { partnerDevelopment: boolean; publicDisplayName: string } } };

/** Becomes one of the app's processes: same settings, same database, same workflows. Refuses a store that lives. */
export async function joinWorld(choices: Choices, launched: Launched, secrets: string[]): Promise<World> {
  Object.assign(process.env, launched.settings, { ROLE: "web" });
  const hide: World["hide"] = (...more) => void secrets.push(...more.filter((one): one is string => Boolean(one)));
  hide(...secretsIn(launched.settings), choices.p12?.password);
  const app = await import("~/composition.server");
  const { unauthenticated } = await import("~/shopify.server");
  const shop = await theShop(app, choices.shop ?? (choices.isSandbox ? "demo.myshopify.com" : undefined));
  hide(shop.domain, shop.domain.split(".")[0], shop.name, shop.email, shop.publicKey);
  const token = async () => {
    const { session } = await unauthenticated.admin(shop.domain);
    hide(session.accessToken, session.refreshToken);
    return session.accessToken!;
  };
  const wire = wireTo(shop.domain, launched.settings.SHOPIFY_BASE_URL, token);
  const { shop: store } = await wire.data<Plan>("first:Shop");
  if (!choices.isSandbox && !store.plan.partnerDevelopment && !choices.iKnow)
    throw new Explained(
      `This store's plan is "${store.plan.publicDisplayName}", not a development store. Test orders would stand among real ones: --i-know goes on all the same.`,
    );
  const mailTo = choices.mailTo ?? store.email;
  hide(mailTo);
  await hidePeople(app, shop.id, hide);
  return {
    ...{
      ports: app.ports,
      commands: app.commands,
      shop,
      wire,
      hide,
      mailTo,
      orders: [],
      isSandbox: choices.isSandbox,
      handMade: choices.handMade,
      p12: choices.p12,
    },
    ...{
      door: launched.door,
      authority: launched.authority,
      authorityUrl: launched.authorityUrl,
      database: launched.settings.DATABASE_URL!,
      smtpUrl: launched.settings.SMTP_URL!,
    },
    ...{ appUrl: launched.settings.APP_URL!, waitSeconds: choices.waitSeconds, say: (text) => console.log(redactor(secrets)(text)) },
  };
}

async function hidePeople({ ports }: typeof import("~/composition.server"), shopId: string, hide: World["hide"]): Promise<void> {
  for (const { name, email, phone } of await ports.store.of(shopId).couriers()) hide(name, email, phone);
  const issuer = await ports.store.of(shopId).issuer();
  if (issuer) hide(issuer.taxId, issuer.legalName, issuer.tradeName, issuer.mainAddress, issuer.establishmentAddress);
}
