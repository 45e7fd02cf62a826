import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { linkText } from "~/domain/phone-event/chain";
import type { ShotRecord } from "~/ports/door-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { aShotRecord } from "~/testing/shots";
import { photosByReport } from "./photo-views";

const hash = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const ports = {
  links: { hash, fileUrl: ({ id }: { id: string }) => `/files/${id}` },
  clock: { now: () => new Date("2026-11-25T16:00:00Z") },
};
const DAY = "2026-11-25";

/** A phone's day: each photo of its own report, the third of another delivery. */
function aDay(count: number): ShotRecord[] {
  const shots: ShotRecord[] = [];
  for (let number = 1; number <= count; number++) {
    const bare = { sha256: hash(`photo ${number}`), takenAt: `${DAY}T10:00:00.000Z`, deliveryId: number === 3 ? "other" : "d" };
    const link = { day: DAY, number, prev: shots.at(-1)?.link?.hash ?? null };
    const linked = { ...link, hash: hash(linkText({ ...bare, link })) };
    const stored = { key: `k${number}`, storedSha256: bare.sha256 };
    shots.push(aShotRecord({ id: `p${number}`, ...bare, ...stored, attemptId: `a${number}`, courierId: "c", phoneId: "t", link: linked }));
  }
  return shots;
}
async function viewOf(shots: ShotRecord[], same = new Map<string, string[]>()) {
  const s = {
    shotsOfDelivery: async (deliveryId: string) => shots.filter((shot) => shot.deliveryId === deliveryId),
    shotsOfChain: async () => shots.filter(({ link }) => link !== null),
    ordersWithSamePhoto: async () => same,
  };
  return photosByReport(ports as never, s as unknown as ShopStore, { shop: { publicKey: "pk" } as Shop, deliveryId: "d" });
}

test("photos that left the camera as they came are intact, in the chain of that phone's day", async () => {
  const reports = await viewOf(aDay(4));
  expect([...reports.keys()]).toEqual(["a1", "a2", "a4"]);
  expect(reports.get("a4")!.chain).toEqual({ day: DAY, intact: 1, of: 1, breaks: [] });
  expect(reports.get("a4")!.photos).toMatchObject([{ id: "p4", state: "here", url: "/files/p4", isWrittenAnew: false, alsoOf: [] }]);
});

test("a photo changed in another delivery is told by each report that comes after it, and by none before", async () => {
  const day = aDay(4).map((shot) => (shot.id === "p3" ? { ...shot, sha256: hash("another") } : shot));
  const reports = await viewOf(day);
  expect(reports.get("a2")!.chain).toMatchObject({ intact: 1, breaks: [] });
  expect(reports.get("a4")!.chain).toMatchObject({ intact: 1, breaks: [{ number: 3, why: "changed" }] });
});

test("a report's own broken photo is not counted as intact", async () => {
  const day = aDay(2).map((shot) => (shot.id === "p2" ? { ...shot, takenAt: `${DAY}T09:00:00.000Z` } : shot));
  expect((await viewOf(day)).get("a2")!.chain).toMatchObject({ intact: 0, of: 1, breaks: [{ number: 2, why: "changed" }] });
});

test("what a form brought is in no chain; a photo that was written anew says so; who used it too is named", async () => {
  const [photo] = aDay(1);
  const form = { ...photo!, link: null, storedSha256: hash("smaller") };
  const [report] = [...(await viewOf([form], new Map([[form.sha256, ["#1042"]]]))).values()];
  expect(report).toMatchObject({ chain: null, photos: [{ isWrittenAnew: true, alsoOf: ["#1042"] }] });
});

test.each([
  ["awaited", { key: null, receivedAt: null }],
  ["refused", { key: null, receivedAt: null, problem: { code: "photo_hash", params: { tries: 3 } } }],
  ["awaited", { key: null, receivedAt: null, problem: { code: "photo_hash", params: { tries: 1 } } }],
  ["forgotten", { key: null }],
] as const)("a photo that is %s is shown as that, and without a link", async (state, patch) => {
  const [photo] = aDay(1);
  const reports = await viewOf([{ ...photo!, ...patch }]);
  expect(reports.get("a1")!.photos).toMatchObject([{ state, url: null }]);
});
