// Put in by app/courier/build.ts.
declare const PHOTO_WORKER: string;
declare const SCAN_WORKER: string;
declare const MAP_SCRIPT: string;
declare const MAP_STYLES: string;
declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;

/** The photo worker's address. */
export const photoWorkerUrl = (): string => PHOTO_WORKER;
/** The code reader's address: loaded only where the browser can't read codes itself. */
export const scanWorkerUrl = (): string => SCAN_WORKER;
/** The map's address: loaded when one is first opened. */
export const mapScriptUrl = (): string => MAP_SCRIPT;
/** Leaflet's styles and ours, within the map's own script. */
export const mapStyles = (): string => MAP_STYLES;
/** What the service worker keeps so that the pages open without network; the first is the shell itself. */
export const shellFiles = (): string[] => SHELL_FILES;
/** Changes whenever one of these files does. */
export const shellVersion = (): string => SHELL_VERSION;
