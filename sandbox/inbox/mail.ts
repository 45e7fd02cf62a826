import { simpleParser } from "mailparser";

/** A mail as it came over the wire: what is kept, and what all else is read from. */
export interface Received {
  id: string;
  /** ISO 8601, UTC */
  receivedAt: string;
  /** The envelope's addresses, which say where a mail really went. */
  to: string[];
  /** The message itself in base64: mails need not be UTF-8. */
  raw: string;
}

export interface Attachment {
  name: string;
  contentType: string;
  sizeBytes: number;
}

export interface Mail {
  id: string;
  receivedAt: string;
  to: string[];
  from: { name: string; address: string };
  subject: string;
  messageId: string;
  /** A mail with this Message-ID was already received. */
  duplicate: boolean;
  text: string;
  /** Pictures of the mail are put in as data addresses; undefined when it is plain text. */
  html: string | undefined;
  attachments: Attachment[];
}

export interface OpenedMail extends Mail {
  contents: Buffer[];
}

/** Parses the MIME message; `seen` are the Message-IDs that came before. */
export async function openMail({ id, receivedAt, to, raw }: Received, seen: ReadonlySet<string>): Promise<OpenedMail> {
  const parsed = await simpleParser(Buffer.from(raw, "base64"));
  const sender = parsed.from?.value[0];
  const attached = parsed.attachments.filter(({ related }) => !related);
  const messageId = parsed.messageId ?? "";
  return {
    id,
    receivedAt,
    to,
    from: { name: sender?.name ?? "", address: sender?.address ?? "" },
    subject: parsed.subject ?? "",
    messageId,
    duplicate: messageId !== "" && seen.has(messageId),
    text: parsed.text ?? "",
    html: parsed.html === false ? undefined : parsed.html,
    attachments: attached.map(({ filename, contentType, size }, index) => ({
      name: filename ?? `${index + 1}`,
      contentType,
      sizeBytes: size,
    })),
    contents: attached.map(({ content }) => content),
  };
}
