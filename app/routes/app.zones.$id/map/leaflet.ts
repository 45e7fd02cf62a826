// Touches the window when it is loaded: only ever imported by what a browser loads later.
import L from "leaflet";
import "@geoman-io/leaflet-geoman-free";

export { L };
