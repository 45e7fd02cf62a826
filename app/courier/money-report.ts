import { z } from "zod";
import { minorTyped } from "./collected-fields";
import type { CourierForm } from "./form.server";
import type { MoneyDraft } from "./phone-port";
import type { Problem } from "./problem";
import { toldText } from "./told-text";

const id = z.uuid();
const statement = z.object({ settlementId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** As a draft, but that a form brings the id of a hand-over that it begins. */
type Said = Exclude<MoneyDraft, { kind: "hand_over" }> | { kind: "hand_over"; handOverId: string; minor: number; currency: string };

/** What a form of the money page says, or what is wrong with it. */
export function moneyReportIn({ field }: CourierForm): Said | Problem {
  const intent = field("intent");
  if (intent === "hand_over") {
    const [handOverId, currency] = [id.safeParse(field("handOverId")), field("currency")];
    if (!handOverId.success || !/^[A-Z]{3}$/.test(currency)) return { code: "form_unreadable" };
    const minor = minorTyped(field("amount"), currency, "amount_invalid");
    return typeof minor !== "number" ? minor : { kind: "hand_over", handOverId: handOverId.data, minor, currency };
  }
  const about = statement.safeParse({ settlementId: field("settlementId"), sha256: field("sha256") });
  if (!about.success) return { code: "form_unreadable" };
  if (intent === "countersign") return { kind: "countersign", ...about.data };
  if (intent !== "dispute") return { code: "form_unreadable" };
  const words = toldText(field("words"), 500);
  return words === "" ? { code: "words_missing" } : { kind: "dispute", ...about.data, words };
}
