// Called by `shopify app dev`, which tells the tunnel's address in HOST.
import { pathToFileURL } from "node:url";
import { inProject } from "../root.ts";

if (process.env.HOST) process.env.APP_URL = process.env.HOST;
await import(pathToFileURL(inProject("build", "server.js")).href);
