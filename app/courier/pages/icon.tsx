/** 24 × 24 paths, drawn for these pages. */
const PATHS = {
  call: "M6.6 3h2.9l1.5 4.2-2 1.5a12 12 0 0 0 6.3 6.3l1.5-2 4.2 1.5v2.9c0 1-.8 1.8-1.8 1.7C11.4 18.7 5.3 12.6 4.9 4.8 4.8 3.8 5.6 3 6.6 3z",
  whatsapp:
    "M12 3a9 9 0 0 0-7.8 13.5L3 21l4.6-1.2A9 9 0 1 0 12 3zm-3 5h1.4l.8 2-.9 1.1a6 6 0 0 0 2.6 2.6l1.1-.9 2 .8V15c0 .8-.7 1.4-1.5 1.4A6.9 6.9 0 0 1 7.6 9.5C7.6 8.7 8.2 8 9 8z",
  maps: "M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 9.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z",
  waze: "M3 11.5 21 3l-8.5 18-2.200-7.300L3 11.5z",
  geo: "M9 3.500 3 5.500v15l6-2 6 2 6-2v-15l-6 2zm0 2.200 6 2v11.100l-6-2z",
  camera:
    "M9 4h6l1.5 2.5H20A1.5 1.5 0 0 1 21.5 8v10.5A1.5 1.5 0 0 1 20 20H4a1.5 1.5 0 0 1-1.5-1.5V8A1.5 1.5 0 0 1 4 6.5h3.5zM12 9a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  tick: "M9.5 16.6 4.900 12l-1.6 1.6 6.200 6.200L20.900 8.400l-1.6-1.6z",
  waiting: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 9.4 3.6 2.100-.9 1.6L11.100 13.5V7.5H13z",
  warning: "M12 3 1.800 20.5h20.400zm-1 6.5h2v5.5h-2zm0 7h2v2h-2z",
  back: "M14.5 5 8 12l6.5 7 1.6-1.5L11 12l5.100-5.5z",
} as const;
export type IconName = keyof typeof PATHS;

/** Always beside words or under a label: alone it says nothing to a screen reader. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path fill="currentColor" fillRule="evenodd" d={PATHS[name]} />
  </svg>
);
