import type { ZoneArea } from "~/domain/zone/zone-index";

type Served = Pick<ZoneArea, "locationGids">;

/** Whether one order may be in either zone: some location is served by both. */
export const shareLocations = ({ locationGids: some = [] }: Served, { locationGids: others = [] }: Served): boolean =>
  some.length === 0 || others.length === 0 || some.some((gid) => others.includes(gid));

/** Whether a zone is served from wherever another one is. */
export const servesWherever = ({ locationGids: own = [] }: Served, { locationGids: others = [] }: Served): boolean =>
  own.length === 0 || (others.length > 0 && others.every((gid) => own.includes(gid)));
