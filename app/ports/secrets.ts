/** Secrets at rest: AES-256-GCM, key from the environment. */
export interface Vault {
  seal(secret: Uint8Array): string;
  open(sealed: string): Uint8Array;
}

/** Short secrets that people type; hashed slowly, because there are few of them. */
export interface Pins {
  hash(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
}
