import type { Issuer, SeriesKey } from "~/domain/document/document";
import type { Problem } from "../pack";
import { oneLine } from "../shared/text";

type Check = [field: keyof Issuer | keyof SeriesKey, isRight: boolean];

/** What in the merchant's own settings SRI's schema would refuse: `issuer_data_invalid` { field }, or null. */
export function issuerProblem(issuer: Issuer, series: SeriesKey): Problem | null {
  const checks: Check[] = [
    ["taxId", /^\d{10}001$/.test(issuer.taxId)],
    ["legalName", oneLine(issuer.legalName, 300) !== ""],
    ["mainAddress", oneLine(issuer.mainAddress, 300) !== ""],
    ["specialTaxpayer", !issuer.specialTaxpayer || /^[A-Za-z0-9]{3,13}$/.test(issuer.specialTaxpayer)],
    ["withholdingAgent", !issuer.withholdingAgent || /^\d{1,8}$/.test(issuer.withholdingAgent)],
    ["establishment", /^\d{3}$/.test(series.establishment)],
    ["emissionPoint", /^\d{3}$/.test(series.emissionPoint)],
  ];
  const wrong = checks.find(([, isRight]) => !isRight);
  return wrong ? { code: "issuer_data_invalid", params: { field: wrong[0] } } : null;
}
