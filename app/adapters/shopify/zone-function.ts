import type { Run } from "./read-on";

/** As extensions/zone-rates/shopify.extension.toml names it. */
const HANDLE = "zone-rates";
const TITLE = "BIMCommerce: rates by zone";
/** Each piece a metafield; unused ones are blank, since a value that stays would go on being read. */
const PIECES = 4;
const BLANK = "-";

type Customizations = { deliveryCustomizations: { nodes: { id: string; title: string }[] } };

/** Our delivery customization with this table: updated where we have one, made where we haven't and one is wanted. */
export async function keepZoneFunction(run: Run, pieces: readonly string[], isOn: boolean): Promise<null> {
  const { deliveryCustomizations } = await run<Customizations>("DeliveryCustomizations", {});
  const ours = deliveryCustomizations.nodes.find(({ title }) => title === TITLE);
  const metafields = Array.from({ length: PIECES }, (_none, at) => ({
    ...{ namespace: "$app", key: `zones${at + 1}`, type: "multi_line_text_field", value: pieces[at] ?? BLANK },
  }));
  if (ours) await run("UpdateDeliveryCustomization", { id: ours.id, input: { enabled: isOn, metafields } });
  else if (isOn) await run("CreateDeliveryCustomization", { input: { functionHandle: HANDLE, title: TITLE, enabled: true, metafields } });
  return null;
}
