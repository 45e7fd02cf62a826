import type { Core } from "./core.ts";

/** The same shop at an instant of the past, when the app was not there: what happens then has that time, and nobody is told. */
export const coreOf = (core: Core, at: Date): Core => ({
  ...core,
  world: { ...core.world, now: () => at, touch: () => core.world.changed() },
  emit: () => [],
});
