import { z } from "zod";
import { MOST_PARCELS, UNSCANNED_REASONS, type ToldParcels } from "~/domain/delivery/parcels";

const number = z.int().min(1).max(MOST_PARCELS);

/** What a phone tells of scanned parcels. What can't be read is left out: it never costs the report. */
export const parcelsIn = z
  .object({
    scanned: z
      .array(number)
      .max(MOST_PARCELS)
      .transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b)),
    of: number,
    because: z.enum(UNSCANNED_REASONS).nullable().catch(null),
  })
  .optional()
  .catch(undefined);

/** The same of a form's fields: without a script nothing is scanned. Undefined: it did not ask. */
export const parcelsOfFields = (field: (name: string) => string): ToldParcels | undefined =>
  field("parcels") === "" ? undefined : parcelsIn.parse({ scanned: [], of: Number(field("parcels")), because: field("unscanned") });
