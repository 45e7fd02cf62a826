import { pino } from "pino";
import type { Log } from "~/ports/ports";

/** Events as data, one JSON line each; callers give ids, never names, addresses or tax ids. */
export function jsonLog(level: string): Log {
  const logger = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
  };
}
