import { bytes, html, json, notFound, type Answer, type Router } from "../http";
import type { Faults } from "../faults";
import type { Mail } from "./mail";
import { createMailbox, type Mailbox } from "./mailbox";
import { bodyPage, listPage, mailPage, missingPage } from "./page";
import { createSmtp } from "./smtp";
import { languageOf } from "./words";

export type { Attachment, Mail } from "./mail";

export interface Inbox {
  mount(router: Router): void;
  /** Listens for mail and reads what the journal kept. */
  start(): Promise<{ smtpPort: number }>;
  close(): Promise<void>;
  reset(): void;
  /** The newest first. */
  mails(): Mail[];
}

export interface InboxOptions {
  faults: Faults;
  /** 0: any free one */
  smtpPort: number;
  /** File that keeps the mails over a restart. */
  journal?: string;
  now?: () => Date;
}

/** Everybody's mailbox: takes mail by SMTP and shows it to people (`/inbox`) and to programs (`/sandbox/inbox`). */
export function createInbox({ faults, smtpPort, journal, now = () => new Date() }: InboxOptions): Inbox {
  const mailbox = createMailbox(journal);
  const smtp = createSmtp({ mailbox, faults, now });
  return {
    mount(router) {
      mountControl(router, mailbox);
      mountPages(router, mailbox);
    },
    async start() {
      await mailbox.load();
      return { smtpPort: await smtp.listen(smtpPort) };
    },
    close: smtp.close,
    reset: mailbox.clear,
    mails: mailbox.mails,
  };
}

function mountControl(router: Router, mailbox: Mailbox): void {
  router.on("GET", "/sandbox/inbox", ({ url }) => json(mailsTo(mailbox, url).map(({ text: _, html: __, ...summary }) => summary)));
  router.on("GET", "/sandbox/inbox/:id", ({ params: { id = "" } }) => {
    const mail = mailbox.open(id);
    if (!mail) return notFound(`no mail ${id}`);
    const { contents: _, ...shown } = mail;
    return json(shown);
  });
  router.on("GET", "/sandbox/inbox/:id/raw", ({ params: { id = "" } }) => {
    const raw = mailbox.raw(id);
    return raw ? bytes(raw, "message/rfc822") : notFound(`no mail ${id}`);
  });
  router.on("GET", "/sandbox/inbox/:id/attachments/:n", ({ params: { id = "", n = "" }, url }) =>
    attachment(mailbox, id, Number(n), url.searchParams.has("download")),
  );
}

function mountPages(router: Router, mailbox: Mailbox): void {
  router.on("GET", "/inbox", ({ url }) =>
    html(listPage(mailsTo(mailbox, url), { language: languageOf(url), to: url.searchParams.get("to") })),
  );
  router.on("GET", "/inbox/:id", ({ params, url }) => {
    const mail = mailbox.open(params.id ?? "");
    return mail ? html(mailPage(mail, languageOf(url))) : html(missingPage(languageOf(url)), 404);
  });
  router.on("GET", "/inbox/:id/body", ({ params: { id = "" } }) => {
    const mail = mailbox.open(id);
    if (!mail) return notFound(`no mail ${id}`);
    const page = html(bodyPage(mail));
    return { ...page, headers: { ...page.headers, "content-security-policy": "script-src 'none'; form-action 'none'" } };
  });
}

function mailsTo(mailbox: Mailbox, url: URL): Mail[] {
  const to = url.searchParams.get("to")?.toLowerCase();
  return mailbox.mails().filter((mail) => to === undefined || mail.to.some((one) => one.toLowerCase() === to));
}

function attachment(mailbox: Mailbox, id: string, index: number, download: boolean): Answer {
  const mail = mailbox.open(id);
  const [described, content] = [mail?.attachments[index], mail?.contents[index]];
  if (!described || !content) return notFound(`no attachment ${index} in mail ${id}`);
  // What could run scripts with the sandbox's own address is shown as text.
  const type = /html|svg/i.test(described.contentType) ? "text/plain; charset=utf-8" : described.contentType;
  const disposition = `${download ? "attachment" : "inline"}; filename*=UTF-8''${encodeURIComponent(described.name)}`;
  return { headers: { "content-type": type, "content-disposition": disposition, "x-content-type-options": "nosniff" }, body: content };
}
