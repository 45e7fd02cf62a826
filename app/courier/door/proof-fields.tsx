import type { ProofRules } from "~/domain/proof/rules";
import type { Locale } from "~/i18n/locale";
import type { Phone } from "../phone-port";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { FarField } from "./far-field";
import { PinField } from "./pin-field";
import { RecipientFields } from "./recipient-fields";
import { SignatureField } from "./signature-field";
import type { ProofWork } from "./use-proof";

type Props = { stop: StopView; rules: ProofRules; proof: ProofWork; phone: Phone | null; locale: Locale; t: Say };

/** What the shop wants to know at the door beside photos and name. */
export const ProofFields = ({ stop, rules, proof, phone, locale, t }: Props) => (
  <>
    <RecipientFields rules={rules} t={t} />
    {rules.pin !== "off" && <PinField stop={stop} demand={rules.pin} hasScript={phone !== null} onState={proof.setPin} t={t} />}
    {rules.signature !== "off" && (
      <SignatureField deliveryId={stop.deliveryId} demand={rules.signature} phone={phone} onState={proof.setSignature} t={t} />
    )}
    <FarField stop={stop} where={proof.where} radiusMetres={rules.radiusMetres} locale={locale} t={t} />
  </>
);
