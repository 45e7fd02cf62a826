import type { Gazetteer, GazetteerPlace } from "./gazetteer";

/**
 * The province of a postal code, where the country's codes tell it. Ecuador: six digits, of which the first two are the province (UPU, Postal
 * addressing systems: Ecuador). The next two are a postal district and no canton: 090306 is in Guayaquil, 0903 would be the canton Balao.
 */
export function provinceOfCode({ byPostalDigits }: Gazetteer, zip: string | null): GazetteerPlace | null {
  const [, digits] = /^(?:EC)?[ -]?(\d\d)\d{4}$/i.exec(zip?.trim() ?? "") ?? [];
  return byPostalDigits.get(digits ?? "") ?? null;
}
