import type { CarrierRefusal } from "~/ports/records";
import { refusalIn } from "./denied";
import type { Run } from "./read-on";

const CARRIER_NAME = "BIMCommerce";

type Services = { carrierServices: { nodes: { id: string; name: string | null }[] } };

/** Our carrier service with this callback: updated where we have one, made where we haven't. */
export async function registerCarrier(
  run: Run,
  callbackUrl: string,
  existingGid: string | null,
): Promise<{ gid: string } | CarrierRefusal> {
  try {
    const { carrierServices } = await run<Services>("CarrierServices", {});
    const ours = carrierServices.nodes.find(({ id, name }) => id === existingGid || name === CARRIER_NAME);
    if (ours) {
      await run("UpdateCarrierService", { input: { id: ours.id, callbackUrl, active: true } });
      return { gid: ours.id };
    }
    const created = await run<{ carrierServiceCreate: { carrierService: { id: string } } }>("CreateCarrierService", {
      input: { name: CARRIER_NAME, callbackUrl, active: true, supportsServiceDiscovery: true },
    });
    return { gid: created.carrierServiceCreate.carrierService.id };
  } catch (error) {
    const refusal = carrierRefusalIn(error);
    if (refusal) return refusal;
    throw error;
  }
}

/** Shopify has one error code for all of them (CARRIER_SERVICE_CREATE_FAILED): only its words tell. */
function carrierRefusalIn(error: unknown): CarrierRefusal | null {
  const refusal = refusalIn(error);
  if (!refusal || refusal.state === "no_scope") return refusal && { ...refusal, state: "no_scope" };
  if (/carrier.calculated shipping/i.test(refusal.reason)) return { ...refusal, state: "not_on_plan" };
  return { ...refusal, state: /callback/i.test(refusal.reason) ? "bad_callback" : "refused" };
}
