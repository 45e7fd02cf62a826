import { createTransport } from "nodemailer";
import { PermanentFailure, TransientFailure } from "~/ports/failures";
import type { Mailer } from "~/ports/mail";

/** What nodemailer says of a failure: the server's code, and the command that it answered. */
type SmtpError = { responseCode?: number; command?: string; message: string };

/** Answers to these are about this mail; all before them are about us: our password, our sender, a server that closes. */
const ABOUT_THE_MAIL = ["RCPT TO", "DATA"];

const isRefused = ({ responseCode = 0, command = "" }: SmtpError): boolean =>
  responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.includes(command);

/** SMTP by nodemailer. Only a refusal (5xx) of the recipient or of the message needs a person; anything else is ours and passes. */
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
        const failure = error as SmtpError;
        if (isRefused(failure)) throw new PermanentFailure("mail_refused", { reason: String(failure.responseCode) });
        throw new TransientFailure(`mail: ${failure.message.slice(0, 200)}`);
      }
    },
  };
}
