import type { Locale } from "~/i18n/locale";
import { cardOf } from "./card";
import type { Day } from "./protocol";
import type { Stop } from "~/domain/delivery/stop";

type Asked = {
  shop: { id: string; name: string; publicKey: string; timeZone: string };
  courier: { id: string; name: string };
  locale: Locale;
};

export async function courierDay(queries: any, { shop, courier, locale }: Asked): Promise<Day> {
  const { pending, done, orderedBy } = await queries.courierStops({ shop, courierId: courier.id });
  const { loadable, missing, runs } = await queries.courierRuns({ shop, courierId: courier.id });
  const view = async (stop: Stop) => ({
    ...cardOf(stop, { locale, shop, courier }),
    cover: await queries.stopCover({ shop, deliveryId: stop.deliveryId }),
    hindrance: await queries.stopHindrance({ shop, deliveryId: stop.deliveryId }),
  });
  return {
    serverAt: new Date().toISOString(),
    locale,
    shop: { key: shop.publicKey, name: shop.name },
    courier: { id: courier.id, name: courier.name },
    orderedBy,
    pending: await Promise.all(pending.map(view)),
    done: await Promise.all(done.map(view)),
    run: { loadable, isIncomplete: missing.length > 0, runs },
    reports: [],
  };
}
