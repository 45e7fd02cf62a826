const key = Buffer.alloc(32, 7).toString("base64");

/** Settings that read well and lead nowhere: a test that needs a real address sets it before it imports. */
export const unreachableSettings = {
  NODE_ENV: "test" as const,
  APP_URL: "http://127.0.0.1:9",
  SHOPIFY_API_KEY: "test-api-key",
  SHOPIFY_API_SECRET: "test-api-secret",
  SHOPIFY_BASE_URL: "http://127.0.0.1:9",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none",
  SMTP_URL: "smtp://127.0.0.1:9",
  EC_SRI_TEST_URL: "http://127.0.0.1:9",
  APP_ENCRYPTION_KEYS: `t1:${key}`,
  LINK_SIGNING_KEYS: `t1:${key}`,
};
