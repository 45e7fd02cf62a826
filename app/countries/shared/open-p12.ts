import type { Outcome, Signer } from "../pack";
import { readCertificate, type Certificate } from "./certificate";
import { readP12, WrongPassword, type P12Contents } from "./p12-bags";

/** `chain`: the names of the authorities above the certificate, the issuing one first, as far as the file holds them. */
export type OpenedP12 = { signer: Signer; certificate: Certificate; chain: string[] };

type Candidate = OpenedP12 & { notBefore: number; notAfter: number };

/** Real ones have 3 to 8 kB, with their chain 15. */
const LARGEST_FILE = 200_000;

/**
 * Opens a .p12 and picks the key that signs: RSA, its certificate's key usage names digitalSignature, valid at `now` (ISO), the latest to
 * expire. Never by friendly name, which every CA writes differently. Problems: `certificate_unreadable`, `certificate_wrong_password`,
 * `certificate_no_signing_key`, `certificate_expired` { notAfter }, `certificate_not_yet_valid` { notBefore }.
 */
export function openP12(file: Uint8Array, password: string, now: string): Outcome<OpenedP12> {
  if (file.length > LARGEST_FILE) return problem("certificate_unreadable");
  const contents = read(file, password);
  if (typeof contents === "string") return problem(contents);
  return choose(contents.candidates, Date.parse(now));
}

// Whatever a broken file makes a parser throw is the file's fault and has one answer; the password alone is told apart.
function read(file: Uint8Array, password: string): { candidates: Candidate[] } | "certificate_wrong_password" | "certificate_unreadable" {
  try {
    return { candidates: candidates(readP12(file, password)) };
  } catch (error) {
    return error instanceof WrongPassword ? "certificate_wrong_password" : "certificate_unreadable";
  }
}

function candidates({ keys, certificates }: P12Contents): Candidate[] {
  const all = certificates.map((der) => ({ der, certificate: readCertificate(der) }));
  return all.flatMap(({ der, certificate }) => {
    const privateKey = keys.find((key) => key.asymmetricKeyType === "rsa" && certificate.x509.checkPrivateKey(key));
    if (!privateKey || !certificate.signs) return [];
    const { validFrom, validTo } = certificate.x509;
    const chain = chainOf(
      certificate,
      all.map((one) => one.certificate),
    );
    return [
      { signer: { certificateDer: der, privateKey }, certificate, chain, notBefore: Date.parse(validFrom), notAfter: Date.parse(validTo) },
    ];
  });
}

/** Upwards by name; the last name is a root, or one whose certificate the file doesn't hold. */
function chainOf({ subject, issuer }: Certificate, all: readonly Certificate[]): string[] {
  const names = [issuer];
  for (let above = find(all, issuer); above && above.subject !== subject; above = find(all, above.issuer)) {
    if (names.includes(above.issuer)) break;
    names.push(above.issuer);
  }
  return names;
}

const find = (all: readonly Certificate[], name: string): Certificate | undefined => all.find(({ subject }) => subject === name);

function choose(found: Candidate[], now: number): Outcome<OpenedP12> {
  const [latest, ...older] = found.sort((a, b) => b.notAfter - a.notAfter);
  if (!latest) return problem("certificate_no_signing_key");
  const valid = [latest, ...older].find((candidate) => candidate.notBefore <= now && now <= candidate.notAfter);
  if (valid) return { ok: true, value: { signer: valid.signer, certificate: valid.certificate, chain: valid.chain } };
  if (now > latest.notAfter) return problem("certificate_expired", { notAfter: day(latest.notAfter) });
  return problem("certificate_not_yet_valid", { notBefore: day(latest.notBefore) });
}

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const problem = (code: string, params?: Record<string, string>): Outcome<never> => ({
  ok: false,
  problem: params ? { code, params } : { code },
});
