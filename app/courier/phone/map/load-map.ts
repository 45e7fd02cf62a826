import type { OpenMap } from "../../map/courier-map";
import { mapScriptUrl } from "../built";

/** The map's own script, from the service worker's keeping where there is no signal. Asked again, the browser has it already. */
export const loadMap = async (): Promise<OpenMap> => ((await import(mapScriptUrl())) as { openMap: OpenMap }).openMap;
