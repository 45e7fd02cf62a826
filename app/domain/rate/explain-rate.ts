import { priceOf, type Load, type Moment, type Price } from "./rate-table";
import { promisedDay, type ServedDays, type Service } from "./service";

/** Why a service is not offered: switched off, beyond the last band of its table, or no day within two months on which it is served. */
export type NotOffered = "inactive" | "beyond_bands" | "never_served";
export type ExplainedService = { service: Service } & (
  { price: Price; day: string; lost: null } | { price: Price | null; day: null; lost: NotOffered }
);

type When = { moment: Moment; today: string; served: ServedDays };

/** What a service costs for a load and by when it is there, or why it isn't offered. */
export function explainService(service: Service, load: Load, { moment, today, served }: When): ExplainedService {
  const price = priceOf(service.rate, load, moment);
  const day = promisedDay(service, served, today, moment.minute);
  if (!service.active) return { service, price, day: null, lost: "inactive" };
  if (!price) return { service, price, day: null, lost: "beyond_bands" };
  return day === null ? { service, price, day, lost: "never_served" } : { service, price, day, lost: null };
}
