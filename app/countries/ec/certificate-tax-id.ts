import type { Certificate } from "../shared/certificate";

const SERIAL_NUMBER = "2.5.4.5";
const ORGANIZATION_IDENTIFIER = "2.5.4.97";

/**
 * The RUC a certificate was issued for: Ecuador's authorities write it in their own extension …3.11 (Security Data
 * 1.3.6.1.4.1.37746.3.11, Banco Central …37947.3.11), some in the subject. Null where there is none; a cédula is not taken for one.
 */
export function certificateTaxId({ extensions, subjectAttribute }: Certificate): string | null {
  const own = [...extensions].filter(([oid]) => oid.endsWith(".3.11")).map(([, bytes]) => bytes);
  const texts = [...own, subjectAttribute(SERIAL_NUMBER), subjectAttribute(ORGANIZATION_IDENTIFIER)];
  return texts.map((text) => RUC.exec(text ?? "")?.[0]).find((ruc) => ruc !== undefined) ?? null;
}

const RUC = /(?<!\d)\d{10}001(?!\d)/;
