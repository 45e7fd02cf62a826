import { createTransport } from "nodemailer";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Mailer } from "~/ports/ports";

/** SMTP by nodemailer. A refusal of the address or message (5xx) needs a person; anything else passes. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send({ fromName, attachments = [], ...mail }) {
      const parts = attachments.map(({ content, ...attachment }) => ({ ...attachment, content: Buffer.from(content) }));
      try {
        await transport.sendMail({ ...mail, from: fromName ? { name: fromName, address } : from, attachments: parts });
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message: string };
        if (responseCode && responseCode >= 500) throw new PermanentFailure("mail_refused", { reason: String(responseCode) });
        throw new TransientFailure(`mail: ${message.slice(0, 200)}`);
      }
    },
  };
}
