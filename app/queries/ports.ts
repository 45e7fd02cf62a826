import type { Ports } from "~/ports/ports";
import type { Screens } from "~/ports/screens";

/** What queries read from; each takes the part it uses. */
export type QueryPorts = Ports & { screens: Screens };
