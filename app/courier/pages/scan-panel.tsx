import { useEffect, useRef, useState } from "react";
import { parcelIn } from "~/domain/delivery/parcel-code";
import { usePhoneProgram } from "../phone-port";
import type { Day } from "../protocol";
import type { Say } from "../words";
import { Icon } from "./icon";

type Props = { day: Day; list: string; t: Say };
type Said = "unknown" | "notYours" | "noCamera";

/** Finds a parcel's stop by its label. Only with the phone's program: a page without a script has no camera. */
export function ScanPanel({ day, list, t }: Props) {
  const phone = usePhoneProgram();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  if (!phone) return null;
  const found = (text: string) => {
    const id = parcelIn(text)?.deliveryId;
    const stop = [...day.pending, ...day.done].find(({ deliveryId }) => deliveryId === id);
    if (stop) phone.go(`${list}/deliveries/${stop.deliveryId}`);
    else setSaid(id ? "notYours" : "unknown");
  };
  const failed = () => {
    setOpen(false);
    setSaid("noCamera");
  };
  const toggle = () => {
    setSaid(null);
    setOpen(!isOpen);
  };
  return (
    <div className="scan">
      <button type="button" className="button quiet" aria-expanded={isOpen} onClick={toggle}>
        <Icon name="camera" />
        {t(isOpen ? "scan.close" : "scan.open")}
      </button>
      {isOpen && <Camera read={phone.readCode} onFound={found} onFailed={failed} t={t} />}
      {said && (
        <p className="note" role="alert">
          {t(`scan.${said}`)}
        </p>
      )}
    </div>
  );
}

type CameraProps = {
  read: (video: HTMLVideoElement) => Promise<string | null>;
  onFound: (text: string) => void;
  onFailed: () => void;
  t: Say;
};

/** Reads picture after picture until it is closed. */
function Camera({ read, onFound, onFailed, t }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ read, onFound, onFailed });
  told.current = { read, onFound, onFailed };
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    const look = async (): Promise<void> => {
      const screen = video.current;
      if (isOver || !screen) return;
      const text = await told.current.read(screen);
      if (isOver) return;
      if (text) told.current.onFound(text);
      requestAnimationFrame(() => void look().catch(end));
    };
    const end = () => !isOver && told.current.onFailed();
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      const screen = video.current;
      if (isOver || !screen) return stream.getTracks().forEach((track) => track.stop());
      screen.srcObject = stream;
      await screen.play();
      await look();
    };
    // The courier, or this phone, has no camera for us: said, and the list is there as ever.
    void open().catch(end);
    return () => {
      isOver = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return <video ref={video} playsInline muted aria-label={t("scan.aim")} />;
}
