import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

type WithAxe = { axe: { run(context: Document, options: { resultTypes: ["violations"] }): Promise<AxeResults> } };

/** What somebody who doesn't see, or not well, would stumble over: by all of axe's rules, which Lighthouse takes its own from. */
export async function whatIsInTheWay(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as WithAxe).axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
}
