import { z } from "zod";
import { commands } from "~/composition.server";
import { STRATEGIES } from "~/domain/assignment/terms";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";

const schema = z.object({
  strategy: z.enum(["", ...STRATEGIES]).transform((strategy) => strategy || null),
  courierIds: z.array(z.uuid()),
});

/** By which rule the zone's couriers get deliveries, and in which order they stand. */
export async function chooseAssignment(form: FormData, zone: { shopId: string; actor: string; zoneId: string }): Promise<Answer> {
  const read = readForm(schema, form, ["courierIds"]);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.chooseZoneAssignment({ ...zone, ...read.value }));
}
