import type { CountryPack, Outcome } from "~/countries/pack";
import { carrierOf } from "~/domain/dispatch/carrier";
import type { Recipient } from "~/domain/document/document";
import { isReverse } from "~/domain/delivery/reverse";
import { originAddress } from "~/domain/place/origin-address";
import { placeOf } from "~/domain/place/place";
import { isBeingBrought, isOfToday } from "~/domain/dispatch/run";
import { dateIn } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { Courier } from "~/ports/courier-records";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";
import { recipientOf } from "~/workflows/run/guide-recipient";
import { returnOrigin, returnRecipient } from "~/workflows/run/return-recipient";
import type { Draft } from "./decide-invoice";
import { fiscalZone } from "./fiscal-zone";
import { problem, signingReadiness } from "./signing-readiness";

/** Everything a guide's number may be spent on: who drives, from where, and what goes to whom. Or the first thing that is missing. */
export async function prepareGuide(
  { store, clock }: Pick<Ports, "store" | "clock">,
  pack: CountryPack,
  shopId: string,
  document: DocumentRecord,
): Promise<Outcome<Draft>> {
  const s = store.of(shopId);
  const run = await s.run(document.subject);
  const timeZone = await fiscalZone(s, pack);
  if (run.state === "ended" || !isOfToday(run, clock.now(), timeZone)) return problem("run_ended");
  const location = (await s.locations()).find(({ id }) => id === run.locationId) ?? null;
  const wanted = { documentType: "dispatch_guide" as const, place: placeOf(location), seriesId: document.seriesId };
  const signing = await signingReadiness(s, wanted, clock.now());
  if (!signing.ok) return signing;
  const { issuer, series } = signing.value;
  const courier = (await s.couriers()).find(({ id }) => id === run.courierId)!;
  const driver = carrierOf(courier, issuer.country);
  if ("missing" in driver) return problem("carrier_data_missing", { courier: courier.name });
  const stops = (await s.stopsOfRun(run.id)).filter(goesAlong);
  // A run of what is fetched holds one stop (workflows/run/load-run.ts).
  const fetched = stops.find(({ delivery }) => isReverse(delivery)) ?? null;
  const here = originAddress(location, issuer);
  const recipients: Recipient[] = [];
  for (const stop of stops) {
    const { order, delivery } = stop;
    const invoice = (await s.invoicesOfOrder(order.id)).find(({ subject }) => subject === order.id || subject === delivery.id) ?? null;
    if (fetched && returnOrigin(stop) === "") return problem("recipient_address_missing", { order: order.name });
    const recipient = fetched ? returnRecipient(issuer, here, stop, invoice) : recipientOf(pack, stop, invoice);
    if (recipient.address === "") return problem("recipient_address_missing", { order: order.name });
    if (recipient.lines.length > 0) recipients.push(recipient);
  }
  if (recipients.length === 0) return problem("run_empty");
  const { documentType, establishment, emissionPoint, environment } = series;
  const today = dateIn(clock.now(), timeZone);
  const input = {
    kind: "dispatch_guide" as const,
    issuer,
    series: { documentType, establishment, emissionPoint, environment },
    issueDate: today,
    carrier: driver.carrier,
    originAddress: fetched ? returnOrigin(fetched) : here,
    startsOn: today,
    endsOn: today,
    recipients,
    additional: licenceOf(courier),
  };
  const trial = pack.build({ ...input, sequence: document.sequence ?? 1, randomCode: "00000000" });
  return trial.ok ? { ok: true, value: { seriesId: series.id, input, settledRefunds: [] } } : trial;
}

const licenceOf = ({ licence }: Courier): Record<string, string> => (licence ? { Licencia: licence } : {});

/** What was cancelled, or brought already while the guide was overridden, moves no more. */
const goesAlong = ({ delivery }: { delivery: DeliveryRecord; order: OrderRecord }): boolean =>
  ["assigned", "out_for_delivery", "attempt_failed"].includes(delivery.state) || isBeingBrought(delivery);
