// The program: web, worker or both (ROLE). Answers /healthz in every role; ends by finishing what it has begun.
import { createServer, type Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import { followClock } from "~/adapters/clock/follow";
import { limitBody, type Limit } from "~/adapters/http/limit-body";
import { markForeign } from "~/adapters/http/mark-foreign";
import { jsonLog } from "~/adapters/log/log";
import { PROBLEM_HEADER, writeProblem } from "~/courier/problem";
import { courierWords } from "~/courier/words";
import { closeDatabase, isDatabaseUp } from "~/db.server";
import { env } from "~/env.server";
import { localeFrom } from "~/i18n/locale";
import { startWorker } from "~/worker.server";

const log = jsonLog(env.LOG_LEVEL);
const folder = import.meta.dirname;
/** Nothing else that we take comes near it. */
const LARGEST_BODY = 32 * 1024 * 1024;
/** A zone of as many corners and names as it may have, written out. */
const LARGEST_ZONE_BODY = 2 * 1024 * 1024;
/** A photo may have 15 MB. The courier's form reads and drops more than that, so as to say so on its page (its patience ends here too). */
const LARGEST_PHOTO_BODY = 64 * 1024 * 1024;
/** Requests still open after this long are cut off. */
const DRAIN_MS = 10_000;

function healthDoor(): Express {
  const app = express();
  app.disable("x-powered-by");
  app.get("/healthz", (_request, response) => {
    isDatabaseUp().then(
      () => response.set("Cache-Control", "no-store").type("text").send("ok"),
      () => response.status(503).type("text").send("no database"),
    );
  });
  return app;
}

/** Beyond the form's patience the courier still reads what to do, on the page by its script or as plain text. */
const limitOf = ({ path: asked, headers }: { path: string; headers: { "accept-language"?: string } }): Limit =>
  asked.startsWith("/courier/")
    ? {
        mostBytes: LARGEST_PHOTO_BODY,
        text: courierWords(localeFrom(headers["accept-language"]))("problem.photo_too_large"),
        headers: { [PROBLEM_HEADER]: writeProblem({ code: "photo_too_large", why: "bytes" }) },
      }
    : { mostBytes: asked.startsWith("/app/zones") ? LARGEST_ZONE_BODY : LARGEST_BODY };

async function withPages(app: Express): Promise<Express> {
  const build = (await import(pathToFileURL(path.join(folder, "server", "index.js")).href)) as ServerBuild;
  app.set("trust proxy", env.TRUSTED_PROXIES);
  app.use(compression());
  app.use("/assets", express.static(path.join(folder, "client", "assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(path.join(folder, "client"), { maxAge: "1h" }));
  app.use("/courier", markForeign);
  app.use(limitBody(limitOf));
  app.all("*", createRequestHandler({ build, mode: env.NODE_ENV, getLoadContext: ({ ip }) => ({ clientAddress: ip }) }));
  return app;
}

function listen(app: Express): Promise<Server> {
  const server = createServer(app);
  return new Promise((done, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${env.PORT} is taken: set PORT to another one`) : error),
    );
    server.listen(env.PORT, () => done(server));
  });
}

/** No new connections, open requests finished, idle ones closed at once. */
function drain(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  return new Promise((done) => {
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    server.closeIdleConnections();
  });
}

try {
  const name = `${env.ROLE}-${process.pid}`;
  const clock = env.CLOCK_URL ? await followClock({ url: env.CLOCK_URL, name, log }) : undefined;
  const app = healthDoor();
  const server = await listen(env.ROLE === "worker" ? app : await withPages(app));
  const worker = env.ROLE === "web" ? undefined : await startWorker();
  log.info("started", { role: env.ROLE, port: env.PORT });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([drain(server), worker?.stop()]);
    await closeDatabase();
    clock?.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
} catch (error) {
  log.error("start.failed", { error: String(error) });
  process.exit(1);
}
