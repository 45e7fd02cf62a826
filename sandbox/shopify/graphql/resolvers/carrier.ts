import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import { type CarrierService } from "../../domain/shipping-state.ts";
import { plansWithRates, type Shop } from "../../domain/state.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { payload } from "./refusal.ts";

export const carrierNode = (one: CarrierService): Record<string, unknown> => ({
  __typename: "DeliveryCarrierService",
  id: gid("DeliveryCarrierService", one.id),
  name: one.name,
  formattedName: `${one.name} (Rates provided by app)`,
  callbackUrl: one.callbackUrl,
  active: one.active,
  supportsServiceDiscovery: one.supportsServiceDiscovery,
});

type CreateInput = Pick<CarrierService, "name" | "callbackUrl" | "active" | "supportsServiceDiscovery">;

export const carrierQueries = {
  carrierServices: (args: PageArguments & { query?: string | null }, { shop }: Context) =>
    connection(
      shop.carrierServices.filter((one) => matches(one, args.query)),
      args,
      carrierNode,
      (one) => String(one.id),
    ),
  carrierService: ({ id }: { id: string }, { shop }: Context) => {
    const found = shop.carrierServices.find((one) => one.id === idOf("DeliveryCarrierService", id));
    return found ? carrierNode(found) : null;
  },
};

export const carrierMutations = {
  carrierServiceCreate: ({ input }: { input: CreateInput }, { core, shop }: Context) =>
    payload(() => {
      demandPlan(shop, "CARRIER_SERVICE_CREATE_FAILED");
      if (shop.carrierServices.some((one) => one.name === input.name))
        throw new Refusal(`${input.name} is already configured`, null, "CARRIER_SERVICE_CREATE_FAILED");
      const service = {
        id: core.world.newId(),
        name: input.name,
        callbackUrl: input.callbackUrl,
        active: input.active,
        supportsServiceDiscovery: input.supportsServiceDiscovery,
      };
      shop.carrierServices.push(service);
      core.world.changed();
      return { carrierService: carrierNode(service) };
    }, ["carrierService"]),
  carrierServiceUpdate: ({ input }: { input: Partial<CreateInput> & { id: string } }, { core, shop }: Context) =>
    payload(() => {
      demandPlan(shop, "CARRIER_SERVICE_UPDATE_FAILED");
      const service = existing(shop, input.id, "CARRIER_SERVICE_UPDATE_FAILED");
      const { id: _id, ...changes } = input;
      for (const [name, value] of Object.entries(changes)) if (value !== null) Object.assign(service, { [name]: value });
      core.world.changed();
      return { carrierService: carrierNode(service) };
    }, ["carrierService"]),
  carrierServiceDelete: ({ id }: { id: string }, { core, shop }: Context) =>
    payload(() => {
      const service = existing(shop, id, "CARRIER_SERVICE_DELETE_FAILED");
      shop.carrierServices = shop.carrierServices.filter((one) => one !== service);
      core.world.changed();
      return { deletedId: id };
    }, ["deletedId"]),
};

function demandPlan(shop: Shop, code: string): void {
  if (plansWithRates.has(shop.plan)) return;
  throw new Refusal("Carrier Calculated Shipping must be enabled for your store to create or update carrier services.", null, code);
}

function existing(shop: Shop, id: string, code: string): CarrierService {
  const service = shop.carrierServices.find((one) => one.id === idOf("DeliveryCarrierService", id));
  if (!service) throw new Refusal("The carrier or app could not be found.", ["id"], code);
  return service;
}

function matches(one: CarrierService, query: string | null | undefined): boolean {
  const active = /^active:(true|false)$/.exec(query ?? "")?.[1];
  return active === undefined ? true : String(one.active) === active;
}
