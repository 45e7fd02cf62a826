import { z } from "zod";
import { commands } from "~/composition.server";
import { isDay } from "~/domain/time/calendar";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { required, signedAmount } from "~/ui/form/parts";

type Asked = { shopId: string; actor: string; currency: string };

/** What a person may do with couriers' accounts. An unknown intent is not ours: 400. */
export async function answer(form: FormData, { shopId, actor, currency }: Asked): Promise<Answer> {
  switch (form.get("intent")) {
    case "issue": {
      const read = readForm(z.object({ courierId: z.uuid(), until: z.string().refine(isDay, "admin.form.invalid") }), form);
      return read.ok ? answerOf(() => commands.issueSettlement({ shopId, actor, ...read.value })) : { errors: read.errors };
    }
    case "withdraw": {
      const read = readForm(z.object({ settlementId: z.uuid() }), form);
      return read.ok ? answerOf(() => commands.withdrawSettlement({ shopId, actor, ...read.value })) : { errors: read.errors };
    }
    case "pay": {
      const read = readForm(z.object({ settlementId: z.uuid(), minor: signedAmount(currency) }), form);
      return read.ok ? answerOf(() => commands.paySettlement({ shopId, actor, ...read.value })) : { errors: read.errors };
    }
    case "adjust": {
      const schema = z.object({ courierId: z.uuid(), adjustmentId: z.uuid(), minor: signedAmount(currency), reason: required(200) });
      const read = readForm(schema, form);
      return read.ok ? answerOf(() => commands.adjustAccount({ shopId, actor, ...read.value })) : { errors: read.errors };
    }
    default:
      throw new Response(null, { status: 400 });
  }
}
