import type { PhonePosition } from "~/domain/phone-event/event";

/** An older fix says where the courier was, not where the door is. */
const FRESH_MS = 2 * 60_000;

type Fix = { position: PhonePosition; atMs: number };

/** Where the phone is, asked for ahead so that a report never waits for it. */
export class Place {
  #fix: Fix | null = null;
  #isAsking = false;

  /** Asks the phone; `tell`: whether it says nothing. The browser asks the courier the first time. */
  ask(tell: (isMissing: boolean) => void): void {
    if (!("geolocation" in navigator) || this.#isAsking) return;
    this.#isAsking = true;
    const ended = (isMissing: boolean) => {
      this.#isAsking = false;
      tell(isMissing);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.#fix = { position: { latitude, longitude, accuracyMetres: Math.round(accuracy) }, atMs: performance.now() };
        ended(false);
      },
      () => ended(true),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  }

  /** null: not known, or too long ago. */
  get recent(): PhonePosition | null {
    return this.#fix && performance.now() - this.#fix.atMs <= FRESH_MS ? this.#fix.position : null;
  }
}
