import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { S3Driver } from "flydrive/drivers/s3";
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";
import type { Files } from "~/ports/files";
import { sanitised } from "./key";

/**
 * Private files on disk or S3. `file:///folder`, `file://./folder` (from the working folder), or
 * `s3://[key:secret@]bucket?endpoint=…&region=…`; without credentials in it, the AWS environment's are used.
 */
export function filesAt(filesUrl: string): Files {
  const disk = new Disk(driverFor(filesUrl));
  return {
    put: async (key, bytes) => disk.put(sanitised(key), bytes),
    get: async (key) => {
      const name = sanitised(key);
      try {
        return await disk.getBytes(name);
      } catch (error) {
        // Two stores, two ways to say that a file is missing; asked only after a failure.
        if (!(await disk.exists(name))) return null;
        throw error;
      }
    },
    delete: async (key) => disk.delete(sanitised(key)),
  };
}

function driverFor(filesUrl: string): FSDriver | S3Driver {
  if (filesUrl.startsWith("file://")) return new FSDriver({ location: folderOf(filesUrl), visibility: "private" });
  if (filesUrl.startsWith("s3://")) return s3(new URL(filesUrl));
  throw new Error("FILES_URL is neither file:// nor s3://");
}

const folderOf = (filesUrl: string): string =>
  filesUrl.startsWith("file:///") ? fileURLToPath(filesUrl) : resolve(filesUrl.slice("file://".length));

function s3(url: URL): S3Driver {
  const endpoint = url.searchParams.get("endpoint");
  const credentials = url.username
    ? { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) }
    : undefined;
  return new S3Driver({
    bucket: url.hostname,
    region: url.searchParams.get("region") ?? "us-east-1",
    visibility: "private",
    // Buckets are private as a whole; stores other than AWS have no ACLs.
    supportsACL: false,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
  });
}
