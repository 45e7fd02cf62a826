import type { ReactNode } from "react";
import type { Problem } from "../problem";
import type { Day } from "../protocol";
import type { FormState } from "./stop-page";

/** All that a page of the server shows, so that the phone's program begins with the very same. `newId`: of a hand-over that its form would begin. */
export type PageState = { day: Day; reported: string | null; problem: Problem | null; form: FormState | null; newId?: string };

/** Where the phone's program takes over, and what it begins with; in the shell that it opens without network there is only the place. */
export const PLACE = "courier";
export const STATE = "courier-page";

/** The server's page with what the phone's program needs; without that program it stays as it is. `script`: its address; null: none was built. */
export const TakenOver = ({ state, script, children }: { state: PageState; script: string | null; children: ReactNode }) => (
  <>
    <div id={PLACE}>{children}</div>
    <script id={STATE} type="application/json" dangerouslySetInnerHTML={{ __html: inScript(state) }} />
    {script !== null && <script src={script} defer />}
  </>
);

/** JSON in which nothing ends the script element. */
const inScript = (state: PageState): string => JSON.stringify(state).replaceAll("<", "\\u003c");
