import { useRef, useEffect, useState } from "react";
import { PhotoField } from "./photo-field";
import { PositionField } from "./position-field";
import { Progress } from "./progress";
import { useReport } from "./use-report";
import type { Say } from "./words";

const SOMEONE = ["guard", "family", "neighbour"] as const;

export function ConfirmForm({ serverId, buyer, receivedBy, t }: { serverId: string; buyer: string; receivedBy: string; t: Say }) {
  const { reportId, sending, send, isBusy } = useReport(serverId);
  return (
    <form method="post" encType="multipart/form-data" onSubmit={send} className="panel" aria-busy={isBusy}>
      <h2>{t("confirm.title")}</h2>
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="reportId" value={reportId} />
      <fieldset disabled={isBusy}>
        <PhotoField t={t} />
        <ReceivedBy suggestions={[buyer, ...SOMEONE.map((who) => t(`confirm.someone.${who}`))]} initial={receivedBy} t={t} />
        <PositionField t={t} />
      </fieldset>
      <Progress sending={sending} t={t} />
      <button className="button main" disabled={isBusy}>
        {t(sending.step === "offline" ? "retry" : "confirm.submit")}
      </button>
    </form>
  );
}

/** One tap for the usual people; the tap needs JavaScript, so the buttons appear with it. */
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
