import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import { smtpMailer } from "./mailer";

/** The address of a mail server that behaves as told. */
async function aServer(behaviour: Partial<SMTPServerOptions>): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    ...behaviour,
  });
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  return `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const says = (responseCode: number): Error => Object.assign(new Error("no"), { responseCode });
const letter = { messageId: "<1@example.com>", to: "ana@example.com", subject: "Factura", text: "Hola", html: "<p>Hola</p>" };
const failureOf = (url: string) =>
  smtpMailer(url, "BIMCommerce <facturas@example.com>")
    .send(letter)
    .then(
      () => null,
      (failure: unknown) => failure,
    );

test.each<[where: string, code: number, behaviour: Partial<SMTPServerOptions>]>([
  ["the recipient", 550, { onRcptTo: (_address, _session, answer) => answer(says(550)) }],
  ["the message", 554, { onData: (stream, _session, answer) => void stream.resume().on("end", () => answer(says(554))) }],
])("a refusal of %s (%i) needs a person", async (_where, code, behaviour) => {
  const failure = await failureOf(`smtp://${await aServer(behaviour)}`);
  expect(failure).toBeInstanceOf(PermanentFailure);
  expect(failure).toMatchObject({ code: "mail_refused", params: { reason: String(code) } });
});

test.each<[where: string, who: string, behaviour: Partial<SMTPServerOptions>]>([
  ["the connection (554)", "", { onConnect: (_session, answer) => answer(says(554)) }],
  ["our password (535)", "we:wrong@", { onAuth: (_auth, _session, answer) => answer(says(535)) }],
  ["our sender (550)", "", { onMailFrom: (_address, _session, answer) => answer(says(550)) }],
  ["the recipient for now (450)", "", { onRcptTo: (_address, _session, answer) => answer(says(450)) }],
  ["the message for now (451)", "", { onData: (stream, _session, answer) => void stream.resume().on("end", () => answer(says(451))) }],
])("a refusal of %s is ours and is tried again", async (_where, who, behaviour) => {
  expect(await failureOf(`smtp://${who}${await aServer(behaviour)}`)).toBeInstanceOf(TransientFailure);
});

test("a server that is not there is tried again", async () => {
  expect(await failureOf("smtp://127.0.0.1:9")).toBeInstanceOf(TransientFailure);
});
