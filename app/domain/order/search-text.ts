import type { FiscalData } from "~/domain/fiscal-data/fiscal-data";
import type { SaleOrder } from "./order";

/** Lower case without accents, so that "nunez" finds "Núñez". */
export const foldText = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

/** Everything the order desk's search looks at, folded. */
export const searchTextOf = (sale: SaleOrder, fiscalData: FiscalData | null): string =>
  foldText(
    [
      sale.name,
      sale.customerName,
      sale.email,
      sale.phone,
      sale.shippingAddress?.name,
      sale.shippingAddress?.city,
      sale.shippingAddress?.address1,
      fiscalData?.idNumber,
      fiscalData?.legalName,
    ]
      .filter(Boolean)
      .join(" "),
  );
