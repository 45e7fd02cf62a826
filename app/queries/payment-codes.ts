import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** `code`: the merchant's choice; null: by default. */
export type GatewayCode = { gateway: string; code: string | null; defaultCode: string };

/** Every gateway that orders named or the merchant did, with its code, and the codes to choose from. */
export async function paymentCodes(
  { screens, countries }: Pick<QueryPorts, "screens" | "countries">,
  { shop }: { shop: Shop },
): Promise<{ gateways: GatewayCode[]; codes: readonly string[] }> {
  const pack = countries("EC");
  const seen = await screens.gatewaysSeen(shop.id);
  const typeOf = new Map(seen.map(({ gateway, paymentType }) => [gateway, paymentType]));
  const names = [...new Set([...typeOf.keys(), ...Object.keys(shop.paymentCodes)])].sort();
  const codeWithoutChoice = (gateway: string) => {
    const [payment] = pack.payments({
      totalMinor: 1,
      type: typeOf.get(gateway) ?? "other",
      transactions: [
        {
          gid: "",
          kind: "SALE",
          status: "SUCCESS",
          gateway,
          amountMinor: 1,
          parentGid: null,
          processedAt: null,
          authorizationExpiresAt: null,
        },
      ],
    });
    return payment!.code;
  };
  const gateways = names.map((gateway) => ({
    gateway,
    code: shop.paymentCodes[gateway] ?? null,
    defaultCode: codeWithoutChoice(gateway),
  }));
  return { gateways, codes: pack.paymentCodes };
}
