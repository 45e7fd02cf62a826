import type { Clock } from "~/ports/ports";

export const systemClock: Clock = { now: () => new Date() };
