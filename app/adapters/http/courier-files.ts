import path from "node:path";
import express, { type Handler } from "express";

/**
 * The phone's own program. Files whose name says their content never change; the service worker and the shell are asked for anew each time, or phones
 * would stay with an old version.
 */
export const courierFiles = (folder: string): Handler =>
  express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const isHashed = /-[0-9a-f]{10}\.js$/.test(path.basename(file));
      response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
