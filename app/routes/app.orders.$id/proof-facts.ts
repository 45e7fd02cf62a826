import { missingOf, type ToldParcels } from "~/domain/delivery/parcels";
import type { KeptProof, PinResult } from "~/domain/proof/told";
import { useWords } from "~/ui/words";

type Proven = { pin?: PinResult | null; proof?: KeptProof | null };

/** What was told at the door beside photo and name, for a list of facts; what was not asked for is left out there. */
export function useProofFacts() {
  const t = useWords();
  const told = (of: "relation" | "unsigned" | "noPin" | "far", code: string | undefined) =>
    code === undefined ? null : t(`admin.order.proof.told.${of}.${code}`);
  const scanned = ({ scanned: numbers, of, because }: ToldParcels): string =>
    [
      t("admin.order.proof.scannedOf", { count: numbers.length, of }),
      because && t("admin.order.proof.notScanned", { numbers: missingOf(of, numbers).join(", "), why: t(`reason.unscanned.${because}`) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return ({ pin = null, proof }: Proven): [string, string | null][] => [
    [t("admin.order.proof.photo"), proof?.isPhotoOwed ? t("admin.order.proof.photoOwed") : null],
    [t("admin.order.parcels"), proof?.parcels ? scanned(proof.parcels) : null],
    [t("admin.order.proof.relation"), told("relation", proof?.relation)],
    [t("admin.order.proof.recipientId"), proof?.recipientId ?? null],
    [t("admin.order.proof.unsigned"), told("unsigned", proof?.unsigned)],
    [t("admin.order.proof.pin"), pin && t(`admin.order.proof.pinResult.${pin}`)],
    [t("admin.order.proof.noPin"), told("noPin", proof?.noPin)],
    [t("admin.order.proof.far"), told("far", proof?.far)],
  ];
}
