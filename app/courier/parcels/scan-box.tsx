import { useId, useState, type KeyboardEvent } from "react";
import { Icon } from "../pages/icon";
import type { Say } from "../words";
import { Camera, type CameraFailure } from "./camera";

/** What is said of the last code. */
export type Said = { text: string; isGood: boolean };
type Props = { label: string; said: Said | null; onCode: (text: string) => void; t: Say };

/** The camera, and beside it a field for what is written on the label: a camera may be refused, broken, or in the dark. */
export function ScanBox({ label, said, onCode, t }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<CameraFailure | null>(null);
  const toggle = () => {
    setFailure(null);
    setOpen(!isOpen);
  };
  return (
    <div className="scan">
      <button type="button" className="button quiet" aria-expanded={isOpen} onClick={toggle}>
        <Icon name="camera" />
        {isOpen ? t("scan.close") : label}
      </button>
      {isOpen && (
        <>
          {failure ? <p className="note bad">{t(`scan.${failure}`)}</p> : <Camera onFound={onCode} onFailed={setFailure} t={t} />}
          {/* Read out whenever it changes; therefore there before it says anything. */}
          <div role="status">{said && <p className={said.isGood ? "note good" : "note bad"}>{said.text}</p>}</div>
          <TypedCode onCode={onCode} t={t} />
        </>
      )}
    </div>
  );
}

/** No form: it may stand in one. */
function TypedCode({ onCode, t }: Pick<Props, "onCode" | "t">) {
  const [text, setText] = useState("");
  const id = useId();
  const find = () => {
    if (text.trim() === "") return;
    onCode(text);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    find();
  };
  return (
    <div className="field typed">
      <label htmlFor={id}>{t("scan.code")}</label>
      <div className="beside">
        <input
          id={id}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          enterKeyHint="search"
        />
        <button type="button" className="button quiet" onClick={find}>
          {t("scan.find")}
        </button>
      </div>
    </div>
  );
}
