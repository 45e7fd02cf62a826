import { useEffect, useRef, useState, type PointerEvent } from "react";
import type { Say } from "../words";

export type Signed = { blob: Blob; width: number; height: number };
type Props = { onSigned: (signed: Signed) => Promise<void>; t: Say };

/** As large as it is drawn on a phone that has two pixels for one; black on white at night too, for it is kept as a picture. */
const PIXELS = 2;
const HEIGHT = 180;

/** A sheet to sign on with a finger. */
export function SignaturePad({ onSigned, t }: Props) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => clear(sheet.current), []);
  const draw = (event: PointerEvent<HTMLCanvasElement>, isStart: boolean) => {
    if (!isStart && event.buttons === 0) return;
    if (isStart) event.currentTarget.setPointerCapture(event.pointerId);
    stroke(event, isStart);
    setDrawn(true);
  };
  const finish = async () => {
    const canvas = sheet.current!;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.8));
    if (blob) await onSigned({ blob, width: canvas.width, height: canvas.height });
  };
  return (
    <>
      <canvas
        ref={sheet}
        className="sheet"
        role="img"
        aria-label={t("proof.sign")}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
      />
      <p className="hint">{t("proof.sign")}</p>
      <div className="beside">
        <button
          type="button"
          className="button quiet"
          disabled={!isDrawn}
          onClick={() => {
            clear(sheet.current);
            setDrawn(false);
          }}
        >
          {t("proof.clear")}
        </button>
        <button type="button" className="button main" disabled={!isDrawn} onClick={() => void finish()}>
          {t("proof.useSignature")}
        </button>
      </div>
    </>
  );
}

function clear(canvas: HTMLCanvasElement | null): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  canvas.width = Math.max(1, canvas.clientWidth) * PIXELS;
  canvas.height = HEIGHT * PIXELS;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  Object.assign(context, { lineWidth: 5, lineCap: "round", lineJoin: "round", strokeStyle: "#000" });
}

function stroke({ currentTarget: canvas, clientX, clientY }: PointerEvent<HTMLCanvasElement>, isStart: boolean): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const [x, y] = [((clientX - left) / width) * canvas.width, ((clientY - top) / height) * canvas.height];
  if (isStart) {
    context.beginPath();
    context.moveTo(x, y);
  }
  // A tap is a dot.
  context.lineTo(isStart ? x + 0.1 : x, y);
  context.stroke();
}
