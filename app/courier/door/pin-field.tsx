import { useEffect, useRef, useState } from "react";
import type { Demand } from "~/domain/proof/rules";
import { NO_PIN_REASONS, PIN_LENGTH, PIN_TRIES } from "~/domain/proof/told";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { isRightPin, noteWrongPin, wrongPins } from "./pin-tries";
import { Picks } from "./picks";

/** `looking`: typed, and being reckoned; `unchecked`: typed, and this phone has not been told yet what it should be. */
export type PinState = "open" | "looking" | "right" | "wrong" | "unchecked" | "without";
type Props = { stop: StopView; demand: Demand; hasScript: boolean; onState: (state: PinState) => void; t: Say };

/** The buyer's PIN, found right or wrong without signal; after five wrong ones, or without one, it goes on with a reason. */
export function PinField({ stop, demand, hasScript, onState, t }: Props) {
  const { deliveryId } = stop;
  const [left, setLeft] = useState(PIN_TRIES);
  const [state, setState] = useState<PinState>("open");
  const [isWithout, setWithout] = useState(false);
  const latest = useRef("");
  useEffect(() => {
    if (hasScript) setLeft(PIN_TRIES - wrongPins(deliveryId));
  }, [hasScript, deliveryId]);
  const become = (next: PinState) => {
    setState(next);
    onState(next);
  };
  async function look(typed: string): Promise<void> {
    latest.current = typed;
    if (!hasScript || typed.length < PIN_LENGTH) return become("open");
    become("looking");
    const isRight = await isRightPin(stop, typed);
    // A wrong one was a try, also where something else stands there meanwhile.
    if (isRight === false) setLeft(PIN_TRIES - noteWrongPin(deliveryId));
    if (latest.current === typed) become(isRight === null ? "unchecked" : isRight ? "right" : "wrong");
  }
  const isOver = left <= 0 && state !== "right";
  const asksWhy = isWithout || isOver || !hasScript;
  return (
    <div className="field pin">
      <label htmlFor="pin">{demand === "may" ? `${t("proof.pin")} (${t("proof.optional")})` : t("proof.pin")}</label>
      <input
        id="pin"
        name="pin"
        inputMode="numeric"
        pattern="\d{4}"
        maxLength={PIN_LENGTH}
        autoComplete="off"
        hidden={isWithout}
        // Half a PIN that nobody sees must not stop the form.
        disabled={isWithout}
        readOnly={isOver || state === "right"}
        aria-describedby="pinSaid"
        onChange={({ currentTarget }) => void look(currentTarget.value)}
      />
      <p id="pinSaid" className={state === "right" ? "hint good" : "hint"} role="status">
        {isOver ? t("proof.pinOver") : said(state, left, t)}
      </p>
      {asksWhy && (
        <Picks
          name="noPin"
          legend={hasScript ? t("proof.why") : `${t("proof.noPin")}. ${t("proof.why")}`}
          demand={hasScript && demand === "must" ? "must" : "may"}
          options={NO_PIN_REASONS}
          word={(one) => t(`noPin.${one}`)}
          onPick={() => become("without")}
        />
      )}
      {hasScript && !isOver && state !== "right" && (
        <button
          type="button"
          className="button quiet small"
          onClick={() => {
            latest.current = "";
            setWithout(!isWithout);
            become("open");
          }}
        >
          {t(isWithout ? "proof.pinInstead" : "proof.noPin")}
        </button>
      )}
    </div>
  );
}

const said = (state: PinState, left: number, t: Say): string =>
  state === "looking"
    ? t("proof.pinLooking")
    : state === "right"
      ? t("proof.pinGood")
      : state === "wrong"
        ? t("proof.pinWrong", { count: left })
        : t("proof.pinHint");
