import { useState } from "react";
import type { Demand } from "~/domain/proof/rules";
import { UNSIGNED_REASONS } from "~/domain/proof/told";
import { tellNotKept } from "../not-kept";
import type { Phone, Taken } from "../phone-port";
import { useFocusBack } from "../pages/focus-back";
import { ProblemNote } from "../pages/problem-note";
import type { Problem } from "../problem";
import type { Say } from "../words";
import { Picks } from "./picks";
import { SignaturePad, type Signed } from "./signature-pad";

/** `unsigned`: the courier has said why there is none. */
export type SignatureState = { shotId: string | null; isUnsigned: boolean };
type Props = {
  deliveryId: string;
  demand: Demand;
  phone: Phone | null;
  onState: (state: SignatureState) => void;
  t: Say;
};

/** Signed on the phone, or why not: that way needs no finger. Without a script nobody can sign, and only the reason is asked. */
export function SignatureField({ deliveryId, demand, phone, onState, t }: Props) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isWithout, setWithout] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { place, leave, onBlur } = useFocusBack<HTMLDivElement>(false);
  async function sign(signed: Signed): Promise<void> {
    leave(null);
    setProblem(null);
    try {
      const kept = await phone!.sign(signed, deliveryId);
      setTaken(kept);
      onState({ shotId: kept.shotId, isUnsigned: false });
    } catch (error) {
      tellNotKept(error, setProblem);
    }
  }
  async function again(): Promise<void> {
    leave(null);
    if (taken) await phone!.drop(taken.shotId);
    setTaken(null);
    onState({ shotId: null, isUnsigned: false });
  }
  async function change(): Promise<void> {
    await again();
    setWithout(!isWithout);
  }
  const why = (
    <Picks
      name="unsigned"
      legend={t("proof.why")}
      demand={phone ? "must" : demand}
      options={UNSIGNED_REASONS}
      word={(one) => t(`unsigned.${one}`)}
      onPick={() => onState({ shotId: null, isUnsigned: true })}
    />
  );
  const name = demand === "may" ? `${t("proof.signature")} (${t("proof.optional")})` : t("proof.signature");
  return (
    <div className="field signature" role="group" aria-label={name} ref={place} onBlur={onBlur}>
      <strong>{name}</strong>
      {!phone && <p className="hint">{t("proof.cannotSignHere")}</p>}
      {(!phone || isWithout) && why}
      {problem && <ProblemNote problem={problem} t={t} />}
      {phone && !isWithout && !taken && <SignaturePad onSigned={sign} t={t} />}
      {taken && <img className="sheet" src={taken.previewUrl} alt={t("proof.signed")} />}
      {taken && (
        <button type="button" className="button quiet small" onClick={() => void again()}>
          {t("proof.signAgain")}
        </button>
      )}
      {phone && !taken && (
        <button type="button" className="button quiet small" onClick={() => void change()}>
          {t(isWithout ? "proof.signInstead" : "proof.cannotSign")}
        </button>
      )}
    </div>
  );
}
