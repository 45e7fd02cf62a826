import type { DeliveryState } from "./states";

type Report = { outcome: "delivered" | "failed" | "returned"; happenedAt: Date; receivedAt: Date; stands?: boolean };
type Told = {
  deliveryId: string | null;
  type: string;
  from: string | null;
  to: string | null;
  reason?: { code: string } | null;
};

const SAYS = { delivered: "delivered", attempt_failed: "failed" } as const;

/**
 * The report that a delivery is as it is by, as long as nothing came after it; null: none that could be taken back. What is at the shop again,
 * goods or their rest, somebody there has received.
 */
export function reportOf<R extends Report>(state: DeliveryState, reports: readonly R[]): R | null {
  const says = state === "delivered" || state === "attempt_failed" ? SAYS[state] : null;
  if (says === null) return null;
  const last = reports
    .filter(({ outcome, stands }) => stands !== false && (outcome === says || outcome === "returned"))
    .sort(byTime)
    .at(-1);
  return last?.outcome === says ? last : null;
}

/**
 * The report that its goods, or what was not taken of them, are at the shop again by: the last that stands of it; null: there is none. Only a person at the
 * shop takes it back, who can look whether they are.
 */
export function returnOf<R extends Report>(state: DeliveryState, reports: readonly R[]): R | null {
  if (state !== "returned" && state !== "delivered") return null;
  const last = reports
    .filter(({ stands }) => stands !== false)
    .sort(byTime)
    .at(-1);
  return last?.outcome === "returned" ? last : null;
}

const byTime = (a: Report, b: Report): number =>
  a.happenedAt.getTime() - b.happenedAt.getTime() || a.receivedAt.getTime() - b.receivedAt.getTime();

/**
 * What a delivery is once its report is taken back, by its story: who told it has the parcel and is out with it, wherever it was thought to be
 * before. What the desk had closed is closed again.
 */
export function stateBefore(id: string, state: DeliveryState, story: readonly Told[]): DeliveryState {
  // That something else was taken back is no report.
  const isReport = ({ reason }: Told) => !UNDONE_CODES.includes(reason?.code ?? "");
  const came = story.findLast(
    (one) => one.deliveryId === id && one.type === "delivery" && one.to === state && one.from !== state && isReport(one),
  );
  return (["cancelled", "returned"] as const).find((one) => one === came?.from) ?? "out_for_delivery";
}

/** What it was before it was said to be at the shop again. */
export function stateBeforeReturn(id: string, story: readonly Told[]): DeliveryState {
  const came = story.findLast(
    (one) => one.deliveryId === id && one.type === "delivery" && one.to === "returned" && one.from !== "returned",
  );
  return came?.from === "out_for_delivery" ? "out_for_delivery" : "attempt_failed";
}

/** Why a delivery's state went back. */
export const UNDONE_CODES: readonly string[] = ["confirmation_undone", "attempt_undone", "return_undone"];
