import type { Buyer } from "~/domain/document/document";
import { oneLine } from "../shared/text";
import { element, textElement, type Xml } from "../shared/xml";
import { LONG } from "./tax-info";

const MOST_FIELDS = 15;

/** infoAdicional. The buyer's e-mail and telephone first: SRI's portal and the buyer's accountant look for them there. */
export function additionalInfo(additional: Record<string, string>, buyer?: Pick<Buyer, "email" | "phone">): Xml | null {
  const fields = [["Email", buyer?.email], ["Teléfono", buyer?.phone], ...Object.entries(additional)] as const;
  const written = fields
    .map(([name, text]) => ({ nombre: oneLine(name, LONG), text: oneLine(text, LONG) }))
    .filter(({ nombre, text }) => nombre !== "" && text !== "")
    .slice(0, MOST_FIELDS);
  return written.length === 0
    ? null
    : element(
        "infoAdicional",
        written.map(({ nombre, text }) => textElement("campoAdicional", text, { nombre })),
      );
}
