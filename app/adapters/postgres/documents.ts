import { Prisma } from "@prisma/client";
import type { DocumentRecord } from "~/ports/document-records";
import type { NewInvoice } from "~/ports/store";
import { storeInput, toDocument } from "./rows";
import type { Context } from "./store";

type Patch = Partial<Omit<DocumentRecord, "id" | "orderId" | "kind" | "subject" | "originalId" | "country" | "createdAt">>;
type New = Pick<DocumentRecord, "kind" | "subject" | "orderId" | "originalId" | "country" | "currency" | "totalMinor">;
const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue | undefined));

const atMidnight = (day: string | null | undefined) => (day ? new Date(`${day}T00:00:00Z`) : day);

export const documents = ({ shopId, db, clock, ids }: Context) => {
  const about = async (kind: DocumentRecord["kind"], subject: string): Promise<DocumentRecord | null> => {
    const row = await db.fiscalDocument.findUnique({ where: { shopId_kind_subject: { shopId, kind, subject } } });
    return row && toDocument(row);
  };
  const openDocument = async ({ totalMinor, ...document }: New) => {
    const row = {
      shopId,
      id: ids.uuid(),
      state: "waiting_for_data",
      createdAt: clock.now(),
      totalMinor: BigInt(totalMinor),
      ...document,
    };
    const { count } = await db.fiscalDocument.createMany({ data: [row], skipDuplicates: true });
    return { document: (await about(document.kind, document.subject))!, created: count === 1 };
  };
  const invoicesOfOrders = async (orderIds: string[]): Promise<DocumentRecord[]> => {
    if (orderIds.length === 0) return [];
    const where = { orderId: { in: orderIds }, kind: "invoice", NOT: { subject: { startsWith: "voided:" } } };
    return (await db.fiscalDocument.findMany({ where, orderBy: { id: "asc" } })).map(toDocument);
  };
  return {
    openDocument,
    openInvoice: ({ orderId, subject = orderId, ...document }: NewInvoice) =>
      openDocument({ ...document, kind: "invoice", subject, orderId, originalId: null }),
    invoicesOfOrder: (orderId: string) => invoicesOfOrders([orderId]),
    invoicesOfOrders,
    guideOfRun: (runId: string) => about("dispatch_guide", runId),
    async guidesToSettle(courierId: string): Promise<DocumentRecord[]> {
      const marked = { kind: "dispatch_guide", state: "authorised", attention: { not: Prisma.DbNull } };
      const guides = await db.fiscalDocument.findMany({ where: marked, orderBy: { id: "asc" } });
      const runs = await db.run.findMany({ where: { courierId, id: { in: guides.map(({ subject }) => subject) } }, select: { id: true } });
      const own = new Set(runs.map(({ id }) => id));
      return guides.filter(({ subject }) => own.has(subject)).map(toDocument);
    },
    async documentsOfOrder(orderId: string): Promise<DocumentRecord[]> {
      return (await db.fiscalDocument.findMany({ where: { orderId }, orderBy: { id: "asc" } })).map(toDocument);
    },
    async document(id: string): Promise<DocumentRecord> {
      return toDocument(await db.fiscalDocument.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } }));
    },
    async findDocument(id: string): Promise<DocumentRecord | null> {
      const row = await db.fiscalDocument.findUnique({ where: { shopId_id: { shopId, id } } });
      return row && toDocument(row);
    },
    async makeRoom(id: string): Promise<void> {
      await db.fiscalDocument.update({ where: { shopId_id: { shopId, id }, state: "voided" }, data: { subject: `voided:${id}` } });
    },
    async documentsIn(states: DocumentRecord["state"][], limit: number): Promise<DocumentRecord[]> {
      return (await db.fiscalDocument.findMany({ where: { state: { in: states } }, orderBy: { id: "asc" }, take: limit })).map(toDocument);
    },
    async markedDocuments(states: DocumentRecord["state"][], limit: number): Promise<DocumentRecord[]> {
      const where = { state: { in: states }, attention: { not: Prisma.DbNull } };
      return (await db.fiscalDocument.findMany({ where, orderBy: { id: "asc" }, take: limit })).map(toDocument);
    },
    async updateDocument(
      id: string,
      { input, authorisation, messages, attention, mailsAsked, totalMinor, issueDate, chosenIssueDate, ...patch }: Patch,
    ) {
      const data = {
        ...patch,
        input: input ? storeInput(input) : json(input),
        authorisation: json(authorisation),
        messages: json(messages),
        attention: json(attention),
        mailsAsked: json(mailsAsked?.length === 0 ? null : mailsAsked),
        totalMinor: totalMinor === undefined ? undefined : BigInt(totalMinor),
        issueDate: atMidnight(issueDate),
        chosenIssueDate: atMidnight(chosenIssueDate),
      };
      await db.fiscalDocument.update({ where: { shopId_id: { shopId, id } }, data });
    },
  };
};
