import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z
  .object({
    SANDBOX_PORT: port.default(4000),
    SANDBOX_SMTP_PORT: port.optional(),
    SMTP_PORT: port.optional(),
    APP_URL: z.url().default("http://127.0.0.1:3000"),
    SHOPIFY_API_KEY: z.string().min(1).default("bimcommerce-demo-key"),
    SHOPIFY_API_SECRET: z.string().min(1),
    /** Folder in which a restarted sandbox finds its orders, webhooks, mails and documents; without it nothing is kept. */
    SANDBOX_JOURNAL: z.string().min(1).optional(),
    DATA_DIR: z.string().min(1).optional(),
  })
  .transform((given) => ({
    port: given.SANDBOX_PORT,
    smtpPort: given.SANDBOX_SMTP_PORT ?? given.SMTP_PORT ?? 2525,
    appUrl: given.APP_URL,
    apiKey: given.SHOPIFY_API_KEY,
    apiSecret: given.SHOPIFY_API_SECRET,
    journal: given.SANDBOX_JOURNAL ?? (given.DATA_DIR && join(given.DATA_DIR, "sandbox")),
    root: fileURLToPath(new URL("..", import.meta.url)),
  }));

export type SandboxSettings = z.infer<typeof schema>;

/** Reads the sandbox's environment; throws with the names of what is missing or wrong. */
export function readSettings(source: NodeJS.ProcessEnv): SandboxSettings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success)
    throw new Error(`Sandbox settings: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  return parsed.data;
}
