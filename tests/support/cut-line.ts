// The line between a phone and the product: a door of its own that can be closed, with every conversation in it cut.
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** Passes bytes on to a port of this machine, until it is cut; laid again, it is the same address. */
export class Line {
  #server: Server | null = null;
  #port = 0;
  readonly #open = new Set<Socket>();
  constructor(readonly target: number) {}

  get port(): number {
    return this.#port;
  }

  async lay(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.target, "127.0.0.1");
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(socket);
        socket.on("error", () => other.destroy());
        socket.on("close", () => {
          this.#open.delete(socket);
          other.destroy();
        });
        socket.pipe(other);
      }
    });
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}
