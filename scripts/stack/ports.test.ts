import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePorts, freePorts, isTaken, PortTaken } from "./ports.ts";

async function occupy(host: string | undefined) {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ port: 0, host }, done));
  return { port: (server.address() as { port: number }).port, leave: () => new Promise((done) => server.close(done)) };
}

test("free ports are all different and nobody listens on them", async () => {
  const ports = await freePorts(20);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) expect(await isTaken(port)).toBe(false);
});

test.each(["127.0.0.1", undefined])("a port that is listened on at %s is taken", async (host) => {
  const { port, leave } = await occupy(host);
  expect(await isTaken(port)).toBe(true);
  await leave();
  expect(await isTaken(port)).toBe(false);
});

test("a wanted port that is taken is refused by name; the others are found", async () => {
  const { port, leave } = await occupy("127.0.0.1");
  await expect(choosePorts({ sandbox: port })).rejects.toThrow(PortTaken);
  await expect(choosePorts({ sandbox: port })).rejects.toThrow(`Port ${port} (sandbox)`);
  await leave();
  const chosen = await choosePorts({ sandbox: port });
  expect(chosen.sandbox).toBe(port);
  expect(new Set(Object.values(chosen)).size).toBe(4);
});
