import { expect, test } from "vitest";
import { readForm } from "~/ui/form/answer";
import { mapsForm } from "./maps-form";

const read = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: "", osrmUrl: "", ...fields })) form.append(name, value);
  const answer = readForm(mapsForm, form);
  return answer.ok ? answer.value : answer.errors;
};

test("no server is asked where none is named; one is, as it is written", () => {
  expect(read({})).toMatchObject({ kind: null, osrmUrl: null });
  const named = { kind: "photon", url: " https://maps.example/api", osrmUrl: "https://roads.example" };
  expect(read(named)).toMatchObject({ kind: "photon", url: "https://maps.example/api", osrmUrl: "https://roads.example/" });
});

test.each([
  [{ kind: "photon", url: "" }, { url: "admin.form.required" }],
  [{ kind: "photon", url: "maps.example" }, { url: "admin.settings.maps.badUrl" }],
  [{ kind: "google", url: "https://maps.example/?key=abc" }, { url: "admin.settings.maps.keyInUrl" }],
  [{ kind: "google", url: "https://ana:abc@maps.example" }, { url: "admin.settings.maps.keyInUrl" }],
  [{ osrmUrl: "https://roads.example/?access_token=abc" }, { osrmUrl: "admin.settings.maps.osrmKeyInUrl" }],
])("%j is refused at its field, with words that say where a key goes", (fields, errors) => expect(read(fields)).toEqual(errors));
