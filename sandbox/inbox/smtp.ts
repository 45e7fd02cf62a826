import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Faults } from "../faults";
import { pause } from "../http";
import type { Mailbox } from "./mailbox";

const LARGEST_MAIL_BYTES = 30 * 1024 * 1024;

export interface SmtpOptions {
  mailbox: Mailbox;
  faults: Faults;
  now: () => Date;
}

/** An SMTP server that takes every mail for everybody, with the faults of the part `smtp`. Any name and password will do. */
export function createSmtp({ mailbox, faults, now }: SmtpOptions): { listen(port: number): Promise<number>; close(): Promise<void> } {
  const sockets = new Map<number | undefined, Socket>();
  const server = new SMTPServer({
    name: "inbox.sandbox",
    banner: "sandbox inbox",
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    onAuth: ({ username }, _session, answer) => answer(null, { user: username ?? "anybody" }),
    onConnect(_session, answer) {
      answer(unavailable());
    },
    // Whoever kept a connection open finds the door shut as well.
    onMailFrom(_address, _session, answer) {
      answer(unavailable());
    },
    onData(stream, session, answer) {
      take(stream, session).then(
        (refusal) => answer(refusal),
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    // Clients that go away in the middle are the client's affair.
    if (error.code !== "ECONNRESET" && error.code !== "EPIPE") console.error(error);
  });

  function unavailable(): Error | null {
    return faults.take("smtp", "down") ? smtpError(421, "service not available, try later") : null;
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const message = await readAll(stream);
    if (stream.sizeExceeded) return smtpError(552, "message too large");
    const fault = faults.take("smtp", "slow", "reject", "timeout-after-accept");
    if (fault?.kind === "slow") await pause(fault.ms ?? 3000);
    if (fault?.kind === "reject") return smtpError(Number(fault.code ?? 550), "refused on request");
    const to = session.envelope.rcptTo.map(({ address }) => address);
    await mailbox.put({ receivedAt: now().toISOString(), to, raw: message.toString("base64") });
    if (fault?.kind === "timeout-after-accept") {
      await pause(fault.ms ?? 3000);
      sockets.get(session.remotePort)?.destroy();
    }
    return null;
  }

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.server.once("error", reject);
        server.server.on("connection", (socket) => {
          const { remotePort } = socket;
          sockets.set(remotePort, socket);
          socket.once("close", () => sockets.delete(remotePort));
        });
        server.listen(port, "127.0.0.1", () => resolve((server.server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const smtpError = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
