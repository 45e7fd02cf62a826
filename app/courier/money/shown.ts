import type { CourierMoney } from "~/domain/settlement/courier-money";
import type { Locale } from "~/i18n/locale";
import type { Say } from "../words";

/** What the parts of the money page write with. */
export type Shown = { money: CourierMoney; amount: (minor: number) => string; locale: Locale; t: Say };
