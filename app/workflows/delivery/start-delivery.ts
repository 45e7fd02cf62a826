import { reportByForm, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";

export type StartDelivery = { shopId: string; courierId: string; deliveryId: string };

/** The courier sets out, by a form. Pressed twice, it starts once. Throws PermanentFailure when the delivery isn't theirs to start. */
export async function startDelivery(ports: FormNeeds, { shopId, courierId, deliveryId }: StartDelivery): Promise<void> {
  const stamp = stampOfForm(null, ports.clock.now());
  await reportByForm(ports, { shopId, courierId, event: { kind: "start", id: ports.ids.uuid(), deliveryId, stamp, position: null } });
}
