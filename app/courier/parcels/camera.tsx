import { useEffect, useRef } from "react";
import { usePhoneProgram } from "../phone-port";
import type { Say } from "../words";
import { ReadOnce } from "./read-once";

/** `refused`: the courier, or this phone, does not let us; `none`: there is none, or it does not work. */
export type CameraFailure = "refused" | "none";
type Props = { onFound: (text: string) => void; onFailed: (why: CameraFailure) => void; t: Say };

/** Reads picture after picture until it is closed; each label once while it is in sight. */
export function Camera({ onFound, onFailed, t }: Props) {
  const phone = usePhoneProgram();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ phone, onFound, onFailed });
  told.current = { phone, onFound, onFailed };
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    const once = new ReadOnce();
    const look = async (): Promise<void> => {
      const screen = video.current;
      const reads = told.current.phone;
      if (isOver || !screen || !reads) return;
      const text = once.take(await reads.readCode(screen));
      if (isOver) return;
      if (text !== null) told.current.onFound(text);
      requestAnimationFrame(() => void look().catch(end));
    };
    const end = (error: unknown) => {
      if (!isOver) told.current.onFailed(error instanceof DOMException && error.name === "NotAllowedError" ? "refused" : "none");
    };
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      const screen = video.current;
      if (isOver || !screen) return stream.getTracks().forEach((track) => track.stop());
      screen.srcObject = stream;
      await screen.play();
      await look();
    };
    // Whatever keeps the camera from us is said, and a code can be typed.
    void open().catch(end);
    return () => {
      isOver = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return <video ref={video} playsInline muted aria-label={t("scan.aim")} />;
}
