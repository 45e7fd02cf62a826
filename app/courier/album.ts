import { MOST_PHOTOS } from "~/domain/phone-event/event";
import { isRefusal, problemFrom, type Problem } from "./problem";

/** Makes a photo small, or refuses it (PermanentFailure). */
export type ReadPhoto<P> = (bytes: Uint8Array) => Promise<P>;
/** `isCut`: longer than a photo may be; `file`: as its phone calls it. */
type Sent = { bytes: Uint8Array; isCut: boolean; file: string };

/** A form's photos, the first thing that is wrong with them, and with which. What comes after that is not looked at any more. */
export class Album<P> {
  readonly photos: P[] = [];
  /** What reading one broke at, that is no refusal. */
  bug: unknown = null;
  #refused: { problem: Problem; number: number; file: string } | null = null;
  #count = 0;
  readonly #readPhoto: ReadPhoto<P> | undefined;

  constructor(readPhoto: ReadPhoto<P> | undefined) {
    this.#readPhoto = readPhoto;
  }

  async take({ bytes, isCut, file }: Sent): Promise<void> {
    // A field that nobody chose a photo for is sent empty.
    if (bytes.length === 0 && !isCut) return;
    const number = ++this.#count;
    // That there are too many is said first: more than one of them may be wrong.
    const problem = number > MOST_PHOTOS ? { code: "photos_too_many" } : this.#refused ? null : await this.#read(bytes, isCut);
    if (problem) this.#refused = { problem, number, file };
  }

  async #read(bytes: Uint8Array, isCut: boolean): Promise<Problem | null> {
    if (isCut) return { code: "photo_too_large", why: "bytes" };
    try {
      if (this.#readPhoto) this.photos.push(await this.#readPhoto(bytes));
      return null;
    } catch (error) {
      if (isRefusal(error)) return problemFrom(error);
      this.bug = error;
      throw error;
    }
  }

  get isOfMany(): boolean {
    return this.#count > 1;
  }

  /** One photo alone needs no name. */
  get problem(): Problem | null {
    if (!this.#refused) return null;
    const { problem, number, file } = this.#refused;
    const isNamed = this.isOfMany && problem.code !== "photos_too_many";
    return isNamed ? { ...problem, photo: { number, file: file.slice(0, 60) } } : problem;
  }
}
