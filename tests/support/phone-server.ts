// A courier's server for tests of the phone's own program: speaks the protocol of docs/decisions/0021 over real connections, and can be gone.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import express from "express";
import { courierFiles } from "../../app/adapters/http/courier-files.ts";
import { doorRulesOf } from "../../app/courier/door-rules.ts";
import type { Day, StopView } from "../../app/courier/protocol.ts";
import type { Batch, PhoneEvent, Receipt } from "../../app/domain/phone-event/event.ts";
import { DEFAULT_PROOF, type ProofRules } from "../../app/domain/proof/rules.ts";
import { noMoney } from "../../app/testing/money.ts";
import { inProject } from "../../scripts/root.ts";

export const KEY = "demoshop";
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const stopView = (n: number): StopView => ({
  ...{ deliveryId: idOf(n), orderName: `#${1000 + n}`, state: "out_for_delivery", buyer: "Ana P.", addressLines: ["Av. Amazonas 1"] },
  ...{
    units: 1,
    goods: [{ title: "Café", quantity: 1 }],
    place: null,
    collect: null,
    due: null,
    payment: "paid",
    deliveredAt: null,
    deliveredAtText: null,
  },
  ...{ fetchFrom: null, phone: null, callUrl: null, whatsappUrl: null, mapsUrl: null, wazeUrl: null, cover: null, hindrance: null },
});

type Upload = { expected: number; sha256: string; bytes: Buffer; isWhole: boolean };

/** Keeps what phones tell it; ends and comes back on the same port. */
export class PhoneServer {
  readonly events = new Map<string, PhoneEvent>();
  readonly photos = new Map<string, Upload>();
  readonly spoilt: string[] = [];
  /** Called after each piece of a photo that was taken. */
  onPiece: (id: string) => void = () => undefined;
  /** What one stop, counted from one, has beside what all have. */
  more: (n: number) => Partial<StopView> = () => ({});
  /** So often a phone asks for the day before it hears what became of what it told. */
  asksBeforeAnswer = 0;
  /** What the shop wants at its doors. */
  rules: Partial<ProofRules> = {};
  locale: "es" | "en" = "es";
  /** Another text in the service worker's: a newer version of the program. */
  isNewVersion = false;
  /** false: the service worker's script does not come. */
  hasWorker = true;
  #server: Server | null = null;
  #port = 0;
  readonly #app = express();
  constructor(
    readonly deliveries: number,
    /** false: the courier's link was ended. */
    public isSignedIn = true,
  ) {
    this.#app.get(`/courier/${KEY}`, (_request, response) => void response.type("html").send(this.#page()));
    this.#app.get(`/courier/${KEY}/data`, (request, response) => this.#ask(response, () => this.#data(request, response)));
    this.#app.post(`/courier/${KEY}/events`, express.json({ limit: "256kb" }), (request, response) =>
      this.#ask(response, () => this.#take(request.body as Batch, response)),
    );
    this.#app.head(`/courier/${KEY}/photos/:id`, (request, response) =>
      this.#ask(response, () => this.#offset(request.params.id, response)),
    );
    this.#app.put(`/courier/${KEY}/photos/:id`, express.raw({ limit: "64kb", type: () => true }), (request, response) =>
      this.#ask(response, () => this.#piece(request.params.id, request, request.body as Buffer, response)),
    );
    this.#app.get(`/courier/${KEY}.:secret`, (_request, response) => {
      this.isSignedIn = true;
      response.redirect(`/courier/${KEY}`);
    });
    this.#app.get("/courier/sw.js", (_request, response) => {
      if (!this.hasWorker) return void response.sendStatus(503);
      const text = readBuilt("sw.js");
      const { version } = JSON.parse(readBuilt("assets.json")) as { version: string };
      response.set("Cache-Control", "no-cache").type("js");
      response.send(this.isNewVersion ? text.replaceAll(version, "anewerone1") : text);
    });
    this.#app.use("/courier", courierFiles(inProject("build", "client", "courier")));
    this.#app.use(express.static(inProject("public")));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/courier/${KEY}`;
  }

  async listen(): Promise<void> {
    const server = createServer(this.#app);
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Gone: nothing listens any more, and what was open is cut. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  #page(): string {
    const { app } = JSON.parse(readBuilt("assets.json")) as { app: string };
    return `<!doctype html><meta charset="utf-8"><link rel="icon" href="/favicon.svg"><p>server</p><div id="courier"></div><script src="${app}" defer></script>`;
  }

  #ask(response: ServerResponse, work: () => void): void {
    if (this.isSignedIn) return work();
    response.writeHead(404, { "X-Problem": "link_ended" }).end();
  }

  #day(): Omit<Day, "serverAt"> {
    const stops = Array.from({ length: this.deliveries }, (_, n) => ({ ...stopView(n + 1), ...this.more(n + 1) }));
    const events = [...this.events.values()];
    const isAnswered = events.length === 0 || this.asksBeforeAnswer-- <= 0;
    const done = new Set(events.filter(({ kind }) => kind === "confirm").map(({ deliveryId }) => deliveryId));
    const started = new Set(events.filter(({ kind }) => kind === "start").map(({ deliveryId }) => deliveryId));
    const now = (stop: StopView): StopView =>
      stop.state === "assigned" && started.has(stop.deliveryId) ? { ...stop, state: "out_for_delivery" } : stop;
    const reports = events.map((event) => {
      const photos = "photos" in event ? event.photos : [];
      const photosReceived = photos.filter(({ id }) => this.photos.get(id)?.isWhole).length;
      return {
        id: event.id,
        deliveryId: event.deliveryId,
        outcome: isAnswered ? { code: "applied" as const } : null,
        photosReceived,
        photosExpected: photos.length,
      };
    });
    return {
      ...{ locale: this.locale, shop: { key: KEY, name: "Tienda" }, courier: { id: idOf(900), name: "Luis" }, orderedBy: "line" },
      door: doorRulesOf({ proofRules: { ...DEFAULT_PROOF, ...this.rules } }, "es"),
      pending: stops.filter(({ deliveryId }) => !done.has(deliveryId)).map(now),
      done: stops.filter(({ deliveryId }) => done.has(deliveryId)).map((stop) => ({ ...stop, state: "delivered" as const })),
      ...{ run: { loadable: 0, isIncomplete: false, runs: [] }, reports, others: [], money: noMoney() },
    };
  }

  #data({ headers }: IncomingMessage, response: ServerResponse): void {
    const day = this.#day();
    const etag = `"${createHash("sha256").update(JSON.stringify(day)).digest("hex").slice(0, 16)}"`;
    if (headers["if-none-match"] === etag) return void response.writeHead(304, { ETag: etag }).end();
    response.writeHead(200, { "Content-Type": "application/json", ETag: etag });
    response.end(JSON.stringify({ ...day, serverAt: new Date().toISOString() }));
  }

  #take({ events }: Batch, response: ServerResponse): void {
    const receipts = events.map((event): Receipt => {
      const isKnown = this.events.has(event.id);
      this.events.set(event.id, event);
      if ("photos" in event)
        for (const { id, bytes, sha256 } of event.photos)
          if (!this.photos.has(id)) this.photos.set(id, { expected: bytes, sha256, bytes: Buffer.alloc(0), isWhole: false });
      return { id: event.id, result: isKnown ? "known" : "taken" };
    });
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ serverAt: new Date().toISOString(), receipts }));
  }

  #offset(id: string, response: ServerResponse): void {
    const upload = this.photos.get(id);
    if (!upload) return void response.writeHead(404, { "X-Problem": "photo_unknown" }).end();
    response.writeHead(200, { "Upload-Offset": upload.bytes.length, "Upload-Length": upload.expected }).end();
  }

  #piece(id: string, { headers }: IncomingMessage, piece: Buffer, response: ServerResponse): void {
    const upload = this.photos.get(id);
    if (!upload) return void response.writeHead(404, { "X-Problem": "photo_unknown" }).end();
    const isNext = Number(headers["upload-offset"]) === upload.bytes.length;
    if (!isNext) return void response.writeHead(409, { "Upload-Offset": upload.bytes.length }).end();
    upload.bytes = Buffer.concat([upload.bytes, piece]);
    if (upload.bytes.length >= upload.expected) {
      upload.isWhole = createHash("sha256").update(upload.bytes).digest("hex") === upload.sha256;
      if (!upload.isWhole) {
        this.spoilt.push(id);
        upload.bytes = Buffer.alloc(0);
        return void response.writeHead(422, { "X-Problem": "photo_hash" }).end();
      }
    }
    response.writeHead(204, { "Upload-Offset": upload.bytes.length }).end();
    this.onPiece(id);
  }
}

const readBuilt = (name: string) => readFileSync(inProject("build", "client", "courier", name), "utf8");
