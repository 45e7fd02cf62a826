import { defineProject } from "vitest/config";

export default defineProject({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  test: {
    name: "extension",
    root: import.meta.dirname,
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "jsdom",
    // The tester is published as TypeScript, which only Vite can read.
    server: { deps: { inline: [/@shopify\/ui-extensions/] } },
  },
});
