import { z } from "zod";
import { checkTaxId } from "~/domain/tax-id/check";
import { describeTaxIdCode, isError } from "~/domain/tax-id/describe";
import { checked, optional, required, threeDigits, whole } from "~/ui/form/parts";

const ruc = z
  .string()
  .transform((text) => text.replace(/[\s.-]/g, ""))
  .superRefine((text, context) => {
    const code = checkTaxId("EC", "ruc", text);
    if (isError(code)) context.addIssue({ code: "custom", message: describeTaxIdCode(code) });
    // SRI's schema: the issuer is always the first establishment's number.
    else if (!text.endsWith("001")) context.addIssue({ code: "custom", message: "admin.settings.rucEnds001" });
  });

export const GALAPAGOS = "Pacific/Galapagos";
/** Whose midnight ends the issuer's fiscal day. */
export const FISCAL_DAYS = ["mainland", "galapagos"] as const;

/** The issuer as SRI's schema takes it (factura 1.1.0: lengths and patterns). */
export const issuerForm = z.object({
  taxId: ruc,
  legalName: required(300),
  tradeName: optional(300),
  mainAddress: required(300),
  establishmentAddress: optional(300),
  keepsAccounts: checked,
  specialTaxpayer: optional(13).refine((text) => text === null || /^[A-Za-z0-9]{3,13}$/.test(text), "admin.settings.badSpecial"),
  withholdingAgent: optional(8).refine((text) => text === null || /^\d{1,8}$/.test(text), "admin.settings.badWithholding"),
  rimpe: z.enum(["none", "rimpe", "negocio_popular"]),
  timeZone: z
    .enum(FISCAL_DAYS)
    .default("mainland")
    .transform((days) => (days === "galapagos" ? GALAPAGOS : null)),
});

/** Sent only while the series has numbered nothing. */
export const seriesForm = z.object({ establishment: threeDigits, emissionPoint: threeDigits, nextNumber: whole(1, 999_999_999) });
