import { z } from "zod";
import { GEOCODER_KINDS } from "~/domain/position/geocoder";
import { readServerUrl } from "~/domain/position/server-url";
import { optional } from "~/ui/form/parts";

/** The address of a server; null where none is written. `keyWords`: where a key belongs that stands in it. */
const serverUrl = (keyWords: string) =>
  z
    .string()
    .max(300, "admin.form.tooLong")
    .transform((text, refused) => {
      if (text.trim() === "") return null;
      const read = readServerUrl(text);
      if ("url" in read) return read.url;
      refused.addIssue({ code: "custom", message: read.problem === "holds_key" ? keyWords : "admin.settings.maps.badUrl" });
      return z.NEVER;
    });

/** A geocoder's address and key are not sent where none is chosen. */
export const mapsForm = z
  .object({
    kind: z.union([z.enum(GEOCODER_KINDS), z.literal("").transform(() => null)]),
    url: serverUrl("admin.settings.maps.keyInUrl").optional(),
    key: optional(500),
    osrmUrl: serverUrl("admin.settings.maps.osrmKeyInUrl"),
  })
  .refine(({ kind, url }) => kind === null || Boolean(url), { path: ["url"], message: "admin.form.required" });
