import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { commands, mapGround, queries } from "~/composition.server";
import { courierAssets } from "~/courier/assets.server";
import { dayOf } from "~/courier/day.server";
import { courierAt } from "~/courier/door.server";
import { courierHeaders } from "~/courier/headers";
import { MapPage } from "~/courier/pages/map-page";
import { TakenOver } from "~/courier/pages/taken-over";

export const headers = courierHeaders;
export const handle = { hasOwnScript: true };

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const day = dayOf(await queries.courierDay({ shop, courierId: courier.id }), { shop, courier, locale, ...mapGround });
  return json({ day, script: courierAssets?.app ?? null });
}

export default function CourierMapPage() {
  const { day, script } = useLoaderData<typeof loader>();
  return (
    <TakenOver state={{ day, reported: null, problem: null, form: null }} script={script}>
      <MapPage day={day} />
    </TakenOver>
  );
}
