import { foldText } from "~/domain/gazetteer/fold-name";
import type { PostalAddress } from "~/domain/order/order";

/** What of an address says where it is; nothing of who lives there. */
export type Whereabouts = Pick<PostalAddress, "countryCode" | "province" | "city" | "zip" | "address2"> & { address1?: string | null };

/**
 * An address as one text by which it is known again, however it is capitalised or punctuated; null where it names no street. The province is
 * left out: checkout sends its code, the order its name, and Ecuador has none.
 */
export function addressText({ countryCode, city, zip, address1 = null, address2 }: Whereabouts): string | null {
  const [street, more, town, code] = [address1, address2, city, zip].map((field) => foldText(field ?? ""));
  return street === "" ? null : [countryCode ?? "", town, code, street, more].join("|");
}
