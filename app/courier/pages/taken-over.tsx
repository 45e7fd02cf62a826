import type { ReactNode } from "react";
import type { Day } from "../protocol";

/** Where the phone's program takes over, and the day it takes over with; in the shell that it opens with offline, only the place. */
export const PLACE = "courier";
export const DAY = "day";

/** The server's page with what the phone's program needs; without that program it stays as it is. `script`: its address. */
export const TakenOver = ({ day, script, children }: { day: Day; script: string; children: ReactNode }) => (
  <>
    <div id={PLACE}>{children}</div>
    <script id={DAY} type="application/json" dangerouslySetInnerHTML={{ __html: inScript(day) }} />
    <script type="module" src={script} />
  </>
);

/** JSON in which nothing ends the script element. */
const inScript = (day: Day): string => JSON.stringify(day).replaceAll("<", "\\u003c");
