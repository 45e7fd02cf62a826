import type { PhonePosition } from "~/domain/phone-event/event";

/** How often the shop is told where the courier is. */
const EVERY_MS = 2 * 60_000;

/** Follows the phone's place while a shift is on and its courier agreed; the browser tells it, so nothing is asked again and again. */
export class ShiftWatch {
  readonly #tell: (shiftId: string, position: PhonePosition) => void;
  #shiftId: string | null = null;
  #watch: number | null = null;
  #toldAtMs = -Infinity;
  constructor(tell: (shiftId: string, position: PhonePosition) => void) {
    this.#tell = tell;
  }

  /** `shiftId`: of the shift that is on and shared; null: the place is not looked at any more. */
  follow(shiftId: string | null): void {
    if (shiftId === this.#shiftId || !("geolocation" in navigator)) return;
    this.#shiftId = shiftId;
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#toldAtMs = -Infinity;
    if (shiftId === null) return;
    // A refusal is the courier's right: the shift goes on without.
    this.#watch = navigator.geolocation.watchPosition(
      ({ coords }) => this.#see(shiftId, coords),
      () => undefined,
      { enableHighAccuracy: false, maximumAge: 60_000 },
    );
  }

  #see(shiftId: string, { latitude, longitude, accuracy }: GeolocationCoordinates): void {
    const now = performance.now();
    if (now - this.#toldAtMs < EVERY_MS) return;
    this.#toldAtMs = now;
    this.#tell(shiftId, { latitude, longitude, accuracyMetres: Math.round(accuracy) });
  }
}
