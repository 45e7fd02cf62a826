import { z } from "zod";
import { FAR_REASONS, NO_PIN_REASONS, RELATIONS, UNSIGNED_REASONS, type ToldProof } from "~/domain/proof/told";

const known = <T extends string>(codes: readonly T[]) => z.enum(codes).optional().catch(undefined);
const short = z
  .string()
  .transform((typed) =>
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z-]/g, "")
      .slice(0, 20),
  )
  .optional()
  .catch(undefined);

/** What a confirmation says beside photos and name. What can't be read is left out: it never blocks a delivery. */
export const provenIn = z
  .object({
    relation: known(RELATIONS),
    recipientId: short,
    unsigned: known(UNSIGNED_REASONS),
    far: known(FAR_REASONS),
    pin: short,
    noPin: known(NO_PIN_REASONS),
  })
  .nullish()
  .catch(null);

const FIELDS = ["relation", "recipientId", "unsigned", "far", "pin", "noPin"] as const satisfies (keyof ToldProof)[];

/** The same of a form's fields; null: nothing was said. */
export function proofOfFields(field: (name: string) => string): ToldProof | null {
  const said = FIELDS.map((name) => [name, field(name)] as const).filter(([, value]) => value !== "");
  return said.length > 0 ? (provenIn.parse(Object.fromEntries(said)) ?? null) : null;
}
