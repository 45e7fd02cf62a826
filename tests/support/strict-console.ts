import { format } from "node:util";
import { afterEach, beforeEach, vi } from "vitest";

let said: string[] = [];

beforeEach(() => {
  said = [];
  vi.spyOn(console, "error").mockImplementation((...words) => void said.push(format(...words)));
});

// A test that expects an error says so: it replaces this spy by its own implementation.
afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`Unexpected console.error:\n${said.join("\n")}`);
});
