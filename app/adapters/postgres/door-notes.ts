import type { DoorNote } from "~/ports/door-records";
import type { Context } from "./store";

type Row = { addressKey: string; note: string | null; shotId: string | null };
/** A photo that is not here (any more) shows no gate. */
const NOTES = `
  SELECT n."addressKey", n.note, s.id AS "shotId"
  FROM "DoorNote" n LEFT JOIN "Shot" s ON s."shopId" = n."shopId" AND s.id = n."shotId" AND s.key IS NOT NULL
  WHERE n."shopId" = $1::uuid AND n."addressKey" = ANY ($2)`;

export const doorNotes = ({ shopId, db }: Context) => ({
  async doorNotes(addressKeys: string[]): Promise<Map<string, DoorNote>> {
    if (addressKeys.length === 0) return new Map();
    const rows = await db.$queryRawUnsafe<Row[]>(NOTES, shopId, addressKeys);
    return new Map(rows.map(({ addressKey, note, shotId }) => [addressKey, { note, shotId }]));
  },
  async keepDoorNote(addressKey: string, { notedAt, ...change }: Partial<DoorNote> & { notedAt: Date }) {
    const where = { shopId_addressKey: { shopId, addressKey } };
    await db.doorNote.upsert({ where, create: { shopId, addressKey, notedAt, ...change }, update: { notedAt, ...change } });
  },
  async forgetDoorNote(addressKey: string) {
    await db.doorNote.deleteMany({ where: { addressKey } });
  },
  async forgetDoorNotes(before?: Date) {
    await db.doorNote.deleteMany({ where: before ? { notedAt: { lt: before } } : {} });
  },
});
