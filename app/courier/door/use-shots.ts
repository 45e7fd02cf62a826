import { useEffect, useRef, useState } from "react";
import type { Chosen, Phone, Taken } from "../phone-port";

/** A photo that was taken; a doubtful one counts once the courier says why it is kept. */
export type Kept = Taken & { because: string | null };
export const isDecided = ({ doubts, because }: Kept): boolean => doubts.length === 0 || because !== null;

/** The photos of one report while it is being made. What is left behind unsent is dropped by the phone. */
export function useShots(phone: Phone | null, deliveryId: string) {
  const [shots, setShots] = useState<Kept[]>([]);
  const [isTaking, setTaking] = useState(false);
  const previews = useRef(new Set<string>());
  const isHere = phone !== null;
  useEffect(() => {
    const made = previews.current;
    // Taken before the page was closed, or the phone went out.
    const earlier = phone?.drafts(deliveryId) ?? [];
    earlier.forEach(({ previewUrl }) => made.add(previewUrl));
    setShots(earlier.map((one) => ({ ...one, because: null })));
    return () => {
      made.forEach((url) => URL.revokeObjectURL(url));
      made.clear();
    };
    // Once, when the phone is there: afterwards this list is the page's own.
  }, [isHere, deliveryId]);
  return {
    shots,
    isTaking,
    isReady: shots.length > 0 && shots.every(isDecided) && !isTaking,
    chosen: shots.map(({ shotId, because }): Chosen => ({ shotId, because })),
    async take(file: File): Promise<void> {
      setTaking(true);
      try {
        const taken = await phone!.take(file, deliveryId);
        previews.current.add(taken.previewUrl);
        setShots((before) => [...before, { ...taken, because: null }]);
      } finally {
        setTaking(false);
      }
    },
    async drop(shotId: string): Promise<void> {
      await phone!.drop(shotId);
      setShots((before) => before.filter((one) => one.shotId !== shotId));
    },
    keep: (shotId: string, because: string) =>
      setShots((before) => before.map((one) => (one.shotId === shotId ? { ...one, because } : one))),
  };
}
export type Shots = ReturnType<typeof useShots>;
