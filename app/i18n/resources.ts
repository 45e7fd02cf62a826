import type { Locale } from "./locale";
import enAdmin from "./en/admin.json";
import enAttention from "./en/attention.json";
import enAuthority from "./en/authority.json";
import enFiscalData from "./en/fiscalData.json";
import enRehearse from "./en/rehearse.json";
import enReason from "./en/reason.json";
import enStates from "./en/states.json";
import enTaxId from "./en/taxId.json";
import enZone from "./en/zone.json";
import esAdmin from "./es/admin.json";
import esAttention from "./es/attention.json";
import esAuthority from "./es/authority.json";
import esFiscalData from "./es/fiscalData.json";
import esRehearse from "./es/rehearse.json";
import esReason from "./es/reason.json";
import esStates from "./es/states.json";
import esTaxId from "./es/taxId.json";
import esZone from "./es/zone.json";

/** The merchant's words: a file is the first part of its keys (`attention.no_zone.title`). Couriers and mails have files of their own, read where they are used. */
export const MERCHANT_WORDS: Record<Locale, Record<string, object>> = {
  es: {
    admin: esAdmin,
    attention: esAttention,
    authority: esAuthority,
    fiscalData: esFiscalData,
    reason: esReason,
    rehearse: esRehearse,
    states: esStates,
    taxId: esTaxId,
    zone: esZone,
  },
  en: {
    admin: enAdmin,
    attention: enAttention,
    authority: enAuthority,
    fiscalData: enFiscalData,
    reason: enReason,
    rehearse: enRehearse,
    states: enStates,
    taxId: enTaxId,
    zone: enZone,
  },
};
