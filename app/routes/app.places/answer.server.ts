import { z } from "zod";
import { commands } from "~/composition.server";
import { type Answer, answerOf, readForm } from "~/ui/form/answer";
import { optional, threeDigits, whole } from "~/ui/form/parts";

type Whose = { shopId: string; actor: string };

/** What a person may set about places. An unknown intent is not ours: 400. */
export function answer(form: FormData, whose: Whose): Promise<Answer> {
  switch (form.get("intent")) {
    case "location":
      return saveLocation(form, whose);
    case "establishment":
      return saveEstablishment(form, whose);
    case "read-again":
      return answerOf(() => commands.readLocationsAgain(whose));
    default:
      throw new Response(null, { status: 400 });
  }
}

const LARGEST_NUMBER = 999_999_999;
const locationForm = z.object({
  locationId: z.uuid(),
  /** "": the default place; "new": as the three fields say. */
  place: z.union([z.enum(["", "new"]), z.string().regex(/^\d{3}-\d{3}$/)]),
  originAddress: optional(300),
});
const newPlaceForm = z.object({ establishment: threeDigits, emissionPoint: threeDigits, firstNumber: whole(1, LARGEST_NUMBER) });

async function saveLocation(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(locationForm, form);
  if (!read.ok) return { errors: read.errors };
  const { place: chosen, ...location } = read.value;
  if (chosen !== "new") return answerOf(() => commands.saveLocation({ ...whose, ...location, place: placeIn(chosen) }));
  const place = readForm(newPlaceForm, form);
  if (!place.ok) return { errors: place.errors };
  return answerOf(() => commands.saveLocation({ ...whose, ...location, place: place.value }));
}

/** "002-001" of the list: a place that numbers already, or begins at 1. */
function placeIn(chosen: string) {
  const [establishment = "", emissionPoint = ""] = chosen.split("-");
  return chosen === "" ? null : { establishment, emissionPoint, firstNumber: 1 };
}

const establishmentForm = z.object({ code: threeDigits, address: optional(300), tradeName: optional(300) });

async function saveEstablishment(form: FormData, whose: Whose): Promise<Answer> {
  const read = readForm(establishmentForm, form);
  if (!read.ok) return { errors: read.errors };
  return answerOf(() => commands.saveEstablishment({ ...whose, establishment: read.value }));
}
