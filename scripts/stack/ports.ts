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

/** Free ports, all held until all are found: no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, "127.0.0.1")));
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
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" || code === "EACCES") return true;
      if (code !== "EAFNOSUPPORT") throw error; // no IPv6 here: the first address has answered
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
