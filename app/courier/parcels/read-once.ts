/** A label that is out of sight for as many pictures may come again. */
const PICTURES_AWAY = 10;

/** A label rests before the camera for many pictures: it is read once, and again only after it was away. */
export class ReadOnce {
  #last: string | null = null;
  #away = 0;

  /** What a picture showed, where it is news; else null. */
  take(text: string | null): string | null {
    if (text === null) {
      if (++this.#away >= PICTURES_AWAY) this.#last = null;
      return null;
    }
    this.#away = 0;
    if (text === this.#last) return null;
    this.#last = text;
    return text;
  }
}
