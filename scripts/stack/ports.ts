import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";
import { Explained } from "../progress.mjs";

function listen(port: number, host?: string): Promise<Server> {
  return new Promise((done, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, host, exclusive: true }, () => done(server));
  });
}

const close = (server: Server) => new Promise<void>((done) => server.close(() => done()));
const portOf = (server: Server) => (server.address() as { port: number }).port;

/** Below where systems take ports for outgoing connections (Linux from 32768): one that is free now is not lent to a client a moment later. */
const [LOWEST, ABOVE_HIGHEST] = [20_000, 32_000];
const isBusy = (error: unknown): boolean => ["EADDRINUSE", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Free ports, all held until all are found: no two are the same. Drawn, so that two programs that look at the same time find others. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    try {
      servers.push(await listen(randomInt(LOWEST, ABOVE_HIGHEST), "127.0.0.1"));
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

/** Does anybody listen on this port, on the loopback address or on all of them? */
export async function isTaken(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", undefined]) {
    try {
      await close(await listen(port, host));
    } catch (error) {
      if (isBusy(error)) return true;
      if ((error as NodeJS.ErrnoException).code !== "EAFNOSUPPORT") throw error; // no IPv6 here: the first address has answered
    }
  }
  return false;
}

export type Ports = { web: number; worker: number; sandbox: number; smtp: number };

export class PortTaken extends Explained {
  constructor(
    readonly part: keyof Ports,
    readonly port: number,
  ) {
    super(`Port ${port} (${part}) is taken by another program.`);
  }
}

/** The wanted ports if nobody has them; free ones for those not wanted. */
export async function choosePorts(wanted: Partial<Ports>): Promise<Ports> {
  const [web, worker, sandbox, smtp] = await freePorts(4);
  const chosen = { web: web!, worker: worker!, sandbox: sandbox!, smtp: smtp!, ...wanted };
  for (const [part, port] of Object.entries(wanted)) if (await isTaken(port)) throw new PortTaken(part as keyof Ports, port);
  return chosen;
}
