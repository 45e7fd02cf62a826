// Run by memory.ts with --expose-gc: prints what this process holds after so many documents.
import { anInvoiceOf, aSigner, built, pack } from "../invoices.ts";
import { FEW, MANY, type Held } from "./memory.ts";

const { signer } = await aSigner();
const held: Held[] = [];
for (let documents = 1; documents <= MANY; documents++) {
  pack.sign(built(anInvoiceOf(5, documents)), signer, new Date().toISOString());
  if (documents === FEW || documents === MANY) {
    globalThis.gc?.();
    held.push({ documents, rssMiB: process.memoryUsage.rss() / 2 ** 20 });
  }
}
console.log(JSON.stringify(held));
