import type { VatTax } from "~/domain/document/tax";
import type { Problem } from "../pack";

/** Days of the first and last document at a rate, yyyy-mm-dd; null: from ever, until further notice. Sources are shown as they are cited. */
type Period = { from: string | null; to: string | null; source: string };

/** IVA as SRI's catalogue numbers its rates (`codigoPorcentaje`), and when the law has them in force. */
export type IvaRate = { rateBasisPoints: number; code: string; inForce: readonly Period[] };

/**
 * The one place that knows which rates are in force when. 5 % and 8 % are for certain goods, services and days only; which, the merchant
 * knows. 13 % is the law's general rate since April 2024, and every year's decree so far raised it to 15 %.
 */
export const IVA_RATES: readonly IvaRate[] = [
  { rateBasisPoints: 0, code: "0", inForce: [{ from: null, to: null, source: "LRTI, art. 55 y 56" }] },
  {
    rateBasisPoints: 500,
    code: "5",
    inForce: [
      { from: "2024-04-01", to: null, source: "Ley Orgánica para Enfrentar el Conflicto Armado Interno, 2024: materiales de construcción" },
    ],
  },
  {
    rateBasisPoints: 800,
    code: "8",
    inForce: [
      {
        from: "2021-11-29",
        to: null,
        source: "Ley de Desarrollo Económico, 2021: turismo en los feriados que se decreten (Decretos 644 y 594)",
      },
    ],
  },
  {
    rateBasisPoints: 1200,
    code: "2",
    inForce: [
      { from: "2000-01-01", to: "2016-05-31", source: "LRTI, art. 65" },
      { from: "2017-06-01", to: "2024-03-31", source: "LRTI, art. 65" },
    ],
  },
  { rateBasisPoints: 1300, code: "10", inForce: [] },
  {
    rateBasisPoints: 1400,
    code: "3",
    inForce: [{ from: "2016-06-01", to: "2017-05-31", source: "Ley Orgánica de Solidaridad, 2016" }],
  },
  { rateBasisPoints: 1500, code: "4", inForce: [{ from: "2024-04-01", to: null, source: "Decreto Ejecutivo 198, marzo de 2024" }] },
];

/** The rates in force on a day (yyyy-mm-dd), the highest first, each with the law that says so. */
export const ivaRatesOn = (day: string): { rateBasisPoints: number; source: string }[] =>
  IVA_RATES.flatMap(({ rateBasisPoints, inForce }) => {
    const period = inForce.find(({ from, to }) => (from ?? day) <= day && day <= (to ?? day));
    return period ? [{ rateBasisPoints, source: period.source }] : [];
  }).toSorted((a, b) => b.rateBasisPoints - a.rateBasisPoints);

/** `tax_rate_expired` or `tax_rate_unknown` { rate } in per cent, null for a rate in force on the day (yyyy-mm-dd). */
export function checkIvaRate(rateBasisPoints: number, day: string): Problem | null {
  const known = IVA_RATES.find((iva) => iva.rateBasisPoints === rateBasisPoints);
  if (known?.inForce.some(({ from, to }) => (from ?? day) <= day && day <= (to ?? day))) return null;
  return { code: known ? "tax_rate_expired" : "tax_rate_unknown", params: { rate: String(rateBasisPoints / 100) } };
}

/** The `codigoPorcentaje` of an IVA: 6 not subject, 7 exempt, else its rate's. Throws RangeError for a rate SRI never had. */
export function ivaCode({ treatment, rateBasisPoints }: VatTax): string {
  if (treatment !== "rated") return treatment === "exempt" ? EXEMPT : NOT_SUBJECT;
  const rate = IVA_RATES.find((iva) => iva.rateBasisPoints === rateBasisPoints);
  if (!rate) throw new RangeError(`IVA ${rateBasisPoints / 100} % has no code`);
  return rate.code;
}

export const NOT_SUBJECT = "6";
export const EXEMPT = "7";
