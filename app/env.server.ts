import { z } from "zod";

const url = z.url();
/** `id:base64` pairs, comma separated; the first one is used for new secrets, all for old ones. */
const keyRing = z
  .string()
  .transform((text) =>
    text.split(",").map((pair) => {
      const [id = "", key = ""] = pair.trim().split(":");
      return { id, key: Buffer.from(key, "base64") };
    }),
  )
  .refine(
    (keys) => keys.length > 0 && keys.every(({ id, key }) => id !== "" && key.length === 32),
    "expected id:base64 pairs of 32-byte keys",
  );

/** Where the real ones answer. */
const GENUINE = {
  ADMIN_ORIGIN: "https://admin.shopify.com",
  EC_SRI_TEST_URL: "https://celcer.sri.gob.ec",
  EC_SRI_PRODUCTION_URL: "https://cel.sri.gob.ec",
} as const;

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  PORT: z.coerce.number().int().default(3000),
  APP_URL: url,
  /** How many proxies of ours stand before the app: so many steps of X-Forwarded-For are believed, nobody else's. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ADMIN_ORIGIN: url.default(GENUINE.ADMIN_ORIGIN),
  APP_BRIDGE_URL: z.string().optional(),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SCOPES: z.string().optional(),
  /** Where shops answer; unset: https://{shop}. */
  SHOPIFY_BASE_URL: z.string().optional(),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().default(12),
  APP_ENCRYPTION_KEYS: keyRing,
  LINK_SIGNING_KEYS: keyRing,
  /** file:///folder or s3://bucket?endpoint=…&region=…; photos and prints, always private. */
  FILES_URL: z.string().default("file://./.data/files"),
  SMTP_URL: z.string().min(1),
  MAIL_FROM: z.string().default("BIMCommerce <facturas@bimcommerce.invalid>"),
  EC_SRI_TEST_URL: url.default(GENUINE.EC_SRI_TEST_URL),
  EC_SRI_PRODUCTION_URL: url.default(GENUINE.EC_SRI_PRODUCTION_URL),
  EC_SRI_TIMEOUT_MS: z.coerce.number().int().default(15_000),
  /** Tiles below the map of zones, {z}/{x}/{y} in it; unset: none. Their owner must allow it, and be named. */
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/\S*\{z\}\S*$/, "expected an address with {z}, {x} and {y}")
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().default(""),
  /** Where a clock that can be moved is followed (http); unset: the machine's time. */
  CLOCK_URL: z.url({ protocol: /^http$/ }).optional(),
  LOG_LEVEL: z.string().default("info"),
  /** "yes": PRETENCES are meant. */
  ALLOW_SANDBOX: z.string().optional(),
});

export type Environment = z.infer<typeof schema>;

/** What the app refuses in production unless ALLOW_SANDBOX is "yes": a world that is not the real one. */
const PRETENCES = {
  SHOPIFY_BASE_URL: "points away from Shopify",
  APP_BRIDGE_URL: "loads another script than Shopify's",
  CLOCK_URL: "sets another time than the real one",
  ADMIN_ORIGIN: "lets others than Shopify's admin show the app",
  EC_SRI_TEST_URL: "points away from SRI",
  EC_SRI_PRODUCTION_URL: "points away from SRI",
} as const satisfies Partial<Record<keyof Environment, string>>;
type Pretence = keyof typeof PRETENCES;

/** Genuine: not set, or the very place that it stands for. */
const isPretended = (environment: Environment, name: Pretence): boolean => {
  const given = environment[name];
  return given !== undefined && (!(name in GENUINE) || new URL(given).href !== new URL(GENUINE[name as keyof typeof GENUINE]).href);
};

/** Reads every setting once; the only place that knows process.env. Throws with the names of what is missing or wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(present);
  if (!result.success)
    throw new Error(`Settings: ${result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ")} (see .env.example)`);
  const environment = result.data;
  const pretended = (Object.keys(PRETENCES) as Pretence[]).filter((name) => isPretended(environment, name));
  if (environment.NODE_ENV === "production" && pretended.length > 0 && environment.ALLOW_SANDBOX !== "yes")
    throw new Error(
      `Settings: ${pretended.map((name) => `${name} ${PRETENCES[name]}`).join("; ")} in production; set ALLOW_SANDBOX=yes if that is meant`,
    );
  return environment;
}

export const env: Environment = readEnvironment();
