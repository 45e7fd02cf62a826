import { beforeAll, test } from "vitest";
import { inProject } from "../../scripts/root.ts";
import { startStack, type Stack } from "../../scripts/stack.ts";
import { chanceFrom, expectEachOnce, surviveKills } from "../support/kill-run.ts";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ dataDir: inProject(".data", "test-chaos"), fresh: true });
  return stack.stop;
});

test("forty orders survive twenty-five kills of web, worker and PostgreSQL: each authorised, mailed and written back once, no number lost", async () => {
  const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e9));
  console.info(`kills follow KILL_SEED=${seed}`);
  const names = await surviveKills({ stack, orders: 40, kills: 25, chance: chanceFrom(seed), timeoutMs: 600_000 });
  await expectEachOnce(stack, names);
});
