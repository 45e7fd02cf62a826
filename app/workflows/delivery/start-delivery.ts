import type { ToldParcels } from "~/domain/delivery/parcels";
import { reportByForm, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";

export type StartDelivery = { shopId: string; courierId: string; deliveryId: string; parcels?: ToldParcels | undefined };

/** The courier sets out, by a form. Pressed twice, it starts once. Throws PermanentFailure when the delivery isn't theirs to start. */
export async function startDelivery(ports: FormNeeds, { shopId, courierId, deliveryId, parcels }: StartDelivery): Promise<void> {
  const stamp = stampOfForm(null, ports.clock.now());
  const event = { kind: "start" as const, id: ports.ids.uuid(), deliveryId, stamp, position: null, ...(parcels && { parcels }) };
  await reportByForm(ports, { shopId, courierId, event });
}
