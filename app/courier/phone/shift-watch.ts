import type { PhonePosition } from "~/domain/phone-event/event";

/** How often the shop is told where the courier is. */
const EVERY_MS = 2 * 60_000;

/** `miss`: the phone no longer says where it is; false: it does again, or nobody asks. */
type Told = { tell: (shiftId: string, position: PhonePosition) => void; miss: (isMissing: boolean) => void };

/** Follows the phone's place while a shift is on and its courier agreed; the browser tells it, so nothing is asked again and again. */
export class ShiftWatch {
  readonly #told: Told;
  #shiftId: string | null = null;
  #watch: number | null = null;
  #toldAtMs = -Infinity;
  #isMissing = false;
  constructor(told: Told) {
    this.#told = told;
  }

  /** `shiftId`: of the shift that is on and shared; null: the place is not looked at any more. */
  follow(shiftId: string | null): void {
    if (shiftId === this.#shiftId || !("geolocation" in navigator)) return;
    this.#shiftId = shiftId;
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#toldAtMs = -Infinity;
    this.#miss(false);
    if (shiftId === null) return;
    // Switched off, or refused, which is the courier's right: the shift goes on without, and they know.
    this.#watch = navigator.geolocation.watchPosition(
      ({ coords }) => this.#see(shiftId, coords),
      () => this.#miss(true),
      { enableHighAccuracy: false, maximumAge: 60_000 },
    );
  }

  #miss(isMissing: boolean): void {
    if (isMissing === this.#isMissing) return;
    this.#isMissing = isMissing;
    this.#told.miss(isMissing);
  }

  #see(shiftId: string, { latitude, longitude, accuracy }: GeolocationCoordinates): void {
    this.#miss(false);
    const now = performance.now();
    if (now - this.#toldAtMs < EVERY_MS) return;
    this.#toldAtMs = now;
    this.#told.tell(shiftId, { latitude, longitude, accuracyMetres: Math.round(accuracy) });
  }
}
