export type Language = "es" | "en";

export const languageOf = (url: URL): Language => (url.searchParams.get("lang") === "en" ? "en" : "es");

const es = {
  title: "Bandeja de entrada",
  about: "Correos que la tienda de demostración envió. No salen de esta máquina.",
  none: "Todavía no hay correos",
  noneHint: "Confirme una entrega o envíe un enlace: el correo aparecerá aquí.",
  to: "para",
  from: "De",
  recipients: "Para",
  received: "Recibido",
  duplicate: "repetido",
  noSubject: "(sin asunto)",
  attachments: "Adjuntos",
  open: "Abrir",
  download: "Descargar",
  source: "Ver el original",
  back: "Bandeja de entrada",
  filtered: "Solo los correos para",
  showAll: "ver todos",
  newMail: "Hay correo nuevo: actualizar",
  missing: "Este correo no existe",
  body: "Contenido del correo",
};

const en: typeof es = {
  title: "Inbox",
  about: "Mails that the demo shop has sent. They never leave this machine.",
  none: "No mail yet",
  noneHint: "Confirm a delivery or send a link: the mail will appear here.",
  to: "to",
  from: "From",
  recipients: "To",
  received: "Received",
  duplicate: "repeated",
  noSubject: "(no subject)",
  attachments: "Attachments",
  open: "Open",
  download: "Download",
  source: "View original",
  back: "Inbox",
  filtered: "Only mails to",
  showAll: "show all",
  newMail: "There is new mail: refresh",
  missing: "There is no such mail",
  body: "Contents of the mail",
};

export const words: Record<Language, typeof es> = { es, en };

/** Ecuadorian time, as the demo's people live in it. */
export const formatTime = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-US" : "es-EC", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "America/Guayaquil",
  }).format(new Date(iso));

export const formatSize = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), "kB"] : [Math.round(bytes / 100_000) / 10, "MB"];
  return `${new Intl.NumberFormat(language === "en" ? "en-US" : "es-EC").format(value)} ${unit}`;
};
