import { beforeAll, test } from "vitest";
import { inProject } from "../../scripts/root.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { chanceFrom, expectEachOnce, surviveKills } from "../support/kill-run.ts";
import { rowsOf } from "../support/product.ts";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ dataDir: inProject(".data", "test-kill"), fresh: true });
  return stack.stop;
});

test("six orders survive kill -9 of web, worker and PostgreSQL: each authorised, mailed and written back once, no number lost", async () => {
  const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));
  console.info(`kills follow KILL_SEED=${seed}`);
  const names = await surviveKills({ stack, orders: 6, kills: 3, chance: chanceFrom(seed), timeoutMs: 150_000 });
  await expectEachOnce(stack, names);
}, 200_000);

test("a webhook that came while the database was gone is taken when Shopify repeats it", async () => {
  await stack.kill("web");
  await stack.restart("web");
  await stack.kill("postgres");
  const { id, name } = await worldAt(stack.urls.sandbox).placeOrder(sampleOrder(50));
  await until("a webhook that failed", async () => {
    const sent = (await (await fetch(`${stack.urls.sandbox}/sandbox/webhooks`)).json()) as {
      attempts: { status: number | null }[];
      state: string;
    }[];
    return sent.some(({ attempts, state }) => state === "pending" && attempts.some(({ status }) => status === 500));
  });
  await stack.restart("postgres");
  await until(
    `${name} on the desk`,
    async () => (await rowsOf(stack.urls.database, `SELECT 1 FROM "Order" WHERE gid = $1`, [id])).length === 1,
    100_000,
  );
}, 200_000);
