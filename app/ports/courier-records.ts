import type { CourierTerms } from "~/domain/assignment/terms";
import type { TransportData } from "~/domain/dispatch/carrier";
import type { RunState } from "~/domain/dispatch/run";
import type { DeliveryRecord } from "./records";

export type Courier = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string;
} & CourierTerms &
  TransportData;

/** One stop of a courier who is out: as it was, and as it was left. */
export type StopMove = {
  deliveryId: string;
  before: Pick<DeliveryRecord, "state" | "courierId" | "zoneId" | "runId" | "attention" | "assignment"> & { assignedAt: string | null };
  after: Pick<DeliveryRecord, "state" | "courierId" | "zoneId" | "attention"> & { assignedAt: string | null };
};

export type AbsenceRecord = {
  id: string;
  courierId: string;
  /** yyyy-mm-dd, in the shop's zone. */
  day: string;
  declaredAt: Date;
  actor: string;
  moves: StopMove[];
  runs: Pick<RunRecord, "id" | "state">[];
  endedAt: Date | null;
  /** null: it was not taken back; else what could not be restored, and why. */
  kept: { deliveryId: string; why: string }[] | null;
};

/** What one courier loads at once and carries under one dispatch guide; the guide's subject is its id. */
export type RunRecord = {
  id: string;
  courierId: string;
  state: RunState;
  createdAt: Date;
  /** Since when it may set out. */
  loadedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Where it leaves from; null: no place of the shop that we know. */
  locationId: string | null;
  overrideReason: string | null;
  overriddenBy: string | null;
};
