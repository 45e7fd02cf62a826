import { createTransport, type SendMailOptions } from "nodemailer";
import { afterEach } from "vitest";
import { createFaults, type Faults } from "../faults";
import { createRouter, serve } from "../http";
import { createInbox, type Inbox } from "./index";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

export const RECEIVED_AT = new Date("2026-11-23T17:00:00Z");

interface Started {
  base: string;
  inbox: Inbox;
  faults: Faults;
  send(mail?: SendMailOptions): Promise<unknown>;
}

/** The inbox on free ports and a real SMTP client for it. */
export async function startInbox(journal?: string): Promise<Started> {
  const faults = createFaults();
  const inbox = createInbox({ faults, smtpPort: 0, now: () => RECEIVED_AT, ...(journal === undefined ? {} : { journal }) });
  const router = createRouter();
  inbox.mount(router);
  const server = await serve(router, 0);
  const { smtpPort } = await inbox.start();
  open.push(server, inbox);
  return {
    base: `http://127.0.0.1:${server.port}`,
    inbox,
    faults,
    send: (mail = anInvoiceMail()) =>
      createTransport({ host: "127.0.0.1", port: smtpPort, auth: { user: "any", pass: "any" } }).sendMail({ ...anInvoiceMail(), ...mail }),
  };
}

export const PDF = Buffer.from("%PDF-1.4\n%\u00e2\u00e3\n", "latin1");
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<factura>ñ</factura>';

export const anInvoiceMail = (): SendMailOptions => ({
  from: '"Tienda Ñandú" <facturas@example.com>',
  to: "María Núñez <maria@example.com>",
  subject: "Su factura 001-001-000000123",
  text: "Gracias por su compra, señora Núñez.",
  html: '<p>Gracias por su compra, <b>señora Núñez</b>.</p><p><a href="https://example.com/seguir">Seguir mi pedido</a></p>',
  attachments: [
    { filename: "factura 001-001-000000123.pdf", content: PDF, contentType: "application/pdf" },
    { filename: "año.xml", content: XML, contentType: "application/xml" },
  ],
});
