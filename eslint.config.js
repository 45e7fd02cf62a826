import js from "@eslint/js";
import tseslint from "typescript-eslint";

const CLOCK = "Time is given, never taken: use the clock port.";
const CHANCE = "Ids and chance are given, never taken: use the ids port.";
const IMPURITIES = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: CLOCK },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: CHANCE },
  {
    selector: "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues|randomBytes|randomInt)$/]",
    message: CHANCE,
  },
];
const NETWORK = [{ name: "fetch", message: "The world is touched through ports: adapters fetch." }];

const SETTINGS = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are read in app/env.server.ts only.",
};
const tests = ["**/*.test.{ts,tsx}", "app/testing/**"];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/dist/**",
      "build/**",
      ".data/**",
      "public/**",
      "app/domain/tax-id/assembly/**",
      "extensions/*/assembly/**",
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "off",
      "no-undef": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    },
  },
  {
    // A forgotten await loses an error, and an order with it.
    files: ["{app,sandbox,scripts,prisma,bench,tests}/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/env.server.ts", ...tests],
    rules: { "no-restricted-syntax": ["error", SETTINGS] },
  },
  {
    files: ["app/{domain,ports,workflows,queries,countries}/**/*.{ts,tsx}"],
    ignores: ["**/*.server.ts", ...tests],
    rules: { "no-restricted-syntax": ["error", SETTINGS, ...IMPURITIES], "no-restricted-globals": ["error", ...NETWORK] },
  },
  {
    // AssemblyScript compiles these files too: there `===` is identity of references, `==` equality of strings; every number has its width.
    files: ["app/domain/tax-id/**/*.ts"],
    rules: { eqeqeq: "off", "no-var": "off", "prefer-const": "off" },
  },
);
