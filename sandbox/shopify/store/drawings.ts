import { raw, type Markup } from "../pages/markup.ts";

/** Our own drawings: ground colour and shapes on a 400 × 400 sheet. */
const drawings: Record<string, { ground: string; shapes: string }> = {
  "cafe-loja": {
    ground: "#e9dcc9",
    shapes: `<path d="M130 110h140l16 220a18 18 0 0 1-18 20H132a18 18 0 0 1-18-20z" fill="#5b3a29"/><path d="M130 110h140l-6-26H136z" fill="#452b1e"/>
<rect x="146" y="180" width="108" height="96" rx="8" fill="#f6efe4"/><ellipse cx="200" cy="222" rx="22" ry="31" transform="rotate(24 200 222)" fill="#7a4a2e"/><path d="M190 250c14-18 4-36 20-56" stroke="#f6efe4" stroke-width="5" fill="none"/>`,
  },
  "chocolate-arriba": {
    ground: "#f0d9c6",
    shapes: `<g transform="rotate(-8 200 200)"><rect x="96" y="86" width="208" height="228" rx="10" fill="#4a2617"/>${[0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => `<rect x="${110 + column * 62}" y="${100 + row * 50}" width="54" height="42" rx="5" fill="#5e321f"/>`)).join("")}
<path d="M96 246l30 10 26-14 30 16 34-16 30 14 30-14 28 8v54a10 10 0 0 1-10 10H106a10 10 0 0 1-10-10z" fill="#c08a2d"/></g>`,
  },
  "poncho-otavalo": {
    ground: "#d9e2ec",
    shapes: `<path d="M200 88l126 84-40 154H114L74 172z" fill="#a3293d"/><path d="M200 88l-26 18 26 44 26-44z" fill="#731a2a"/>
<path d="M88 196h224l-8 26H96zM100 250h200l-8 24H108z" fill="#1f3a5f"/><path d="M92 209l14-9 14 9 14-9 14 9 14-9 14 9 14-9 14 9 14-9 14 9 14-9 14 9 14-9 14 9 14-9 14 9" stroke="#f2c14e" stroke-width="5" fill="none"/>
<path d="M116 326v22M140 326v22M164 326v22M188 326v22M212 326v22M236 326v22M260 326v22M284 326v22" stroke="#731a2a" stroke-width="6"/>`,
  },
  "sombrero-montecristi": {
    ground: "#cfe3d8",
    shapes: `<ellipse cx="200" cy="264" rx="142" ry="46" fill="#e8d7a8"/><path d="M122 252c0-92 18-142 78-142s78 50 78 142c-30 18-126 18-156 0z" fill="#f3e6c2"/>
<path d="M121 236c40 20 118 20 158 0v22c-40 20-118 20-158 0z" fill="#22302a"/><path d="M164 122c20 16 52 16 72 0" stroke="#d9c48c" stroke-width="6" fill="none"/>`,
  },
  "taza-barro": {
    ground: "#efe0d6",
    shapes: `<path d="M110 140h150v130a44 44 0 0 1-44 44h-62a44 44 0 0 1-44-44z" fill="#b5562f"/><path d="M260 168h26a40 40 0 0 1 0 80h-26" stroke="#b5562f" stroke-width="20" fill="none"/><ellipse cx="185" cy="140" rx="75" ry="17" fill="#6e2f17"/>
<path d="M112 206l18 18 18-18 18 18 18-18 18 18 18-18 18 18 20-18" stroke="#f3d9b1" stroke-width="7" fill="none"/><path d="M160 110c-10-16 10-24 0-42M206 110c-10-16 10-24 0-42" stroke="#c9a18d" stroke-width="6" fill="none"/>`,
  },
  "mochila-chimborazo": {
    ground: "#dbe4d0",
    shapes: `<path d="M164 112a36 36 0 0 1 72 0" stroke="#39402f" stroke-width="12" fill="none"/><rect x="110" y="108" width="180" height="224" rx="46" fill="#566246"/><path d="M110 176h180v18H110z" fill="#39402f"/>
<rect x="142" y="216" width="116" height="84" rx="16" fill="#6f7d5b"/><path d="M142 246h116" stroke="#39402f" stroke-width="5"/><path d="M168 150l22-26 14 14 10-10 22 22z" fill="#f4f6f0"/><rect x="192" y="176" width="16" height="34" rx="4" fill="#c08a2d"/>`,
  },
  "rosas-cayambe": {
    ground: "#f8dfe3",
    shapes: `<path d="M200 338L150 190M200 338l50-148M200 338V170" stroke="#3f7d4e" stroke-width="9"/><path d="M172 262c-34-6-44 12-60 6 8-24 36-34 60-6zM232 250c30-12 44 4 58-4-12-22-40-26-58 4z" fill="#4f9a61"/>
${[
  [150, 156],
  [250, 156],
  [200, 124],
]
  .map(
    ([x, y]) =>
      `<g transform="translate(${x} ${y})"><circle r="42" fill="#d6304f"/><path d="M-26 -4a26 24 0 0 1 52 0a26 30 0 0 1-52 0z" fill="#e85a73"/><path d="M-12 -2a13 12 0 0 1 25 0c0 14-20 16-20 2" stroke="#a81a36" stroke-width="5" fill="none"/></g>`,
  )
  .join("")}
<path d="M150 296h100l-20 62h-60z" fill="#f6efe4"/>`,
  },
  "quinua-organica": {
    ground: "#f3e8c8",
    shapes: `<path d="M132 120c-40 60-40 220 68 224 108-4 108-164 68-224z" fill="#d9b982"/><path d="M132 120c24 16 112 16 136 0-6-22-22-34-68-34s-62 12-68 34z" fill="#c29d60"/><path d="M126 128c30 16 118 16 148 0" stroke="#8a6a35" stroke-width="8" fill="none"/>
<circle cx="200" cy="238" r="56" fill="#fbf5e6"/><path d="M200 282v-70" stroke="#5a7d3a" stroke-width="6"/>${[
      [-18, 0],
      [18, 0],
      [-14, -20],
      [14, -20],
      [0, -34],
      [-20, 20],
      [20, 20],
    ]
      .map(([x = 0, y = 0]) => `<circle cx="${200 + x}" cy="${230 + y}" r="9" fill="#b3453b"/>`)
      .join("")}`,
  },
};

export function productDrawing(handle: string): Markup | null {
  const drawing = drawings[handle];
  if (!drawing) return null;
  return raw(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="${drawing.ground}"/><ellipse cx="200" cy="352" rx="120" ry="12" fill="#0001"/>${drawing.shapes}</svg>`,
  );
}
