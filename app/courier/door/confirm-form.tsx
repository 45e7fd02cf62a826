import { useEffect, useRef, useState } from "react";
import type { ProofRules } from "~/domain/proof/rules";
import type { StopView } from "../protocol";
import { refusedIn } from "../refused-fields";
import type { Say } from "../words";
import { DoorFields, doorOf } from "./door-fields";
import { dueAfterRefusal } from "~/domain/delivery/refusal";
import { FiscalFields, fiscalDataIn } from "./fiscal-fields";
import { collectedProblem } from "~/domain/settlement/collected";
import type { Locale } from "~/i18n/locale";
import { collectedTyped } from "../collected-fields";
import { ProblemNote } from "../pages/problem-note";
import { DoorScan } from "../parcels/door-scan";
import { parcelsTold } from "../parcels/missing-field";
import { CollectFields } from "./collect-fields";
import { FormPhoto } from "./form-photo";
import { PhotoStrip } from "./photo-strip";
import { ProofFields } from "./proof-fields";
import { PositionField } from "./position-field";
import { RefusedLines } from "./refused-lines";
import { positionOf, textOf, useDraft } from "./use-draft";
import { toldProofIn, useProof, type ProofWork } from "./use-proof";
import { useShots, type Shots } from "./use-shots";
import { usePhoneProgram } from "../phone-port";

const SOMEONE = ["guard", "family", "neighbour"] as const;
type Props = { stop: StopView; rules: ProofRules; locale: Locale; list: string; serverId: string; receivedBy: string; t: Say };

/** Delivered: with photos and who has it. */
export function ConfirmForm({ stop, rules, locale, list, serverId, receivedBy, t }: Props) {
  const proof = useProof(rules);
  const shots = useShots(usePhoneProgram(), stop.deliveryId);
  const [refusedMinor, setRefusedMinor] = useState(0);
  const due = stop.due && { ...stop.due, minor: dueAfterRefusal(stop.due.minor, refusedMinor) };
  const next = stop.exchange?.deliveryId ?? null;
  const draftOf = (form: FormData) => {
    const typed = collectedTyped((name) => textOf(form, name));
    if (!typed.ok) return typed;
    const collected = typed.value;
    const code = collected && due && collectedProblem(collected, due);
    if (code) return { ok: false as const, problem: { code } };
    const fiscalData = fiscalDataIn((name) => textOf(form, name));
    const said = { deliveryId: stop.deliveryId, receivedBy: textOf(form, "receivedBy"), shots: [...shots.chosen, ...proof.signed] };
    const refused = refusedIn((name) => textOf(form, name));
    const beside = { ...doorOf(form, stop), collected, fiscalData, refused, proof: toldProofIn(form) };
    const parcels = rules.isScanWanted ? parcelsTold(stop, form) : undefined;
    return { kind: "confirm" as const, ...said, ...beside, parcels, position: positionOf(form) };
  };
  const { phone, isBusy, problem, onSubmit } = useDraft(list, draftOf, { next });
  const needs = phone && needsOf(shots, proof);
  return (
    <form method="post" encType="multipart/form-data" onSubmit={onSubmit} className="panel" aria-busy={isBusy}>
      <h2>{t("confirm.title")}</h2>
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="reportId" value={serverId} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <fieldset disabled={isBusy}>
        {phone ? (
          <PhotoStrip shots={shots} isGalleryAllowed={rules.isGalleryAllowed} hint={t("confirm.photoHint")} t={t} />
        ) : (
          <FormPhoto isWanted isGalleryAllowed={rules.isGalleryAllowed} t={t} />
        )}
        <ReceivedBy suggestions={[stop.buyer, ...SOMEONE.map((who) => t(`confirm.someone.${who}`))]} initial={receivedBy} t={t} />
        <RefusedLines stop={stop} onRefused={setRefusedMinor} t={t} />
        {stop.asks && <FiscalFields asks={stop.asks.fiscalData} t={t} />}
        {due && <CollectFields key={due.minor} due={due} locale={locale} t={t} />}
        <DoorScan stop={stop} isWanted={rules.isScanWanted === true} t={t} />
        <ProofFields {...{ stop, rules, proof, phone, locale, t }} />
        <PositionField onFound={proof.setWhere} t={t} />
        <DoorFields stop={stop} shotIds={shots.shots.map(({ shotId }) => shotId)} t={t} />
      </fieldset>
      {problem && <ProblemNote problem={problem} t={t} />}
      {needs && (
        <p className="hint" id="confirm-needs">
          {t(needs)}
        </p>
      )}
      <button className="button main" disabled={isBusy || needs !== null} aria-describedby={needs ? "confirm-needs" : undefined}>
        {t("confirm.submit")}
      </button>
    </form>
  );
}

/** What stands in the way that the browser doesn't ask for by itself; null: nothing. */
function needsOf({ shots, isReady }: Shots, { missing: [first] }: ProofWork) {
  if (!isReady) return shots.length === 0 ? "confirm.needsPhoto" : "confirm.needsDecision";
  return first ? (`confirm.needsProof.${first}` as const) : null;
}

/** One tap for the usual people; the tap needs a script, so the buttons appear with it. */
function ReceivedBy({ suggestions, initial, t }: { suggestions: string[]; initial: string; t: Say }) {
  const input = useRef<HTMLInputElement>(null);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const fill = (name: string) => {
    if (input.current) input.current.value = name;
  };
  return (
    <div className="field">
      <label htmlFor="receivedBy">{t("confirm.receivedBy")}</label>
      <input
        ref={input}
        id="receivedBy"
        name="receivedBy"
        required
        maxLength={120}
        defaultValue={initial}
        placeholder={t("confirm.placeholder")}
        autoComplete="off"
        autoCapitalize="words"
      />
      {isAlive && (
        <div className="chips">
          {suggestions.filter(Boolean).map((name) => (
            <button key={name} type="button" onClick={() => fill(name)}>
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
