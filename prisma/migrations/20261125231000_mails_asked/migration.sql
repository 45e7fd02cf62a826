-- Mails of a document that a person asked for and that are still to be sent: [{ id, to }].
ALTER TABLE "FiscalDocument" ADD COLUMN "mailsAsked" JSONB;
