import { PermanentFailure } from "~/ports/failures";
import type { CarrierRefusal } from "~/ports/records";
import { deniedIn } from "./denied";
import type { Run } from "./read-order";

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
    const refusal = refusalIn(error);
    if (refusal) return refusal;
    throw error;
  }
}

/** Shopify has one error code for all of them (CARRIER_SERVICE_CREATE_FAILED): only its words tell. */
function refusalIn(error: unknown): CarrierRefusal | null {
  const denied = deniedIn(error);
  if (denied) return { state: "no_scope", reason: denied };
  if (!(error instanceof PermanentFailure) || error.code !== "shopify_refused") return null;
  const reason = String(error.params.reason);
  if (/carrier.calculated shipping/i.test(reason)) return { state: "not_on_plan", reason };
  return { state: /callback/i.test(reason) ? "bad_callback" : "refused", reason };
}
