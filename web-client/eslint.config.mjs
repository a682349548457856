import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

// The arrows between the layers: ui → phone → {signaling, media}; the last two know nothing of each other.
const layer = (name, ...forbidden) => ({
  files: [`src/${name}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: forbidden.map((other) => ({
          regex: `(^|/)${other}(/|$)`,
          message: `${name} does not import ${other}: ui → phone → {signaling, media}`,
        })),
      },
    ],
  },
});

export default defineConfig(
  { ignores: ["target/", "node_modules/"] },
  {
    files: ["src/**/*.{ts,tsx}", "*.config.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ["error", { max: 10, variant: "modified" }],
      "max-depth": ["error", 2],
      "max-params": ["error", 6],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { allowDefaultCaseForExhaustiveSwitch: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "unions of strings, no enum" },
        { selector: "JSXText[value=/[A-Za-z]/]", message: "no text in code: src/ui/words" },
        {
          selector: "JSXAttribute[name.name=/^(title|placeholder|alt|aria-label|aria-description)$/] > Literal",
          message: "no text in code: src/ui/words",
        },
        { selector: "JSXAttribute[name.name='style']", message: "no inline style: the CSP refuses it" },
      ],
    },
  },
  layer("signaling", "media", "phone", "ui"),
  layer("media", "signaling", "phone", "ui"),
  layer("phone", "ui"),
  layer("ui", "signaling", "media"),
  { files: ["src/**/*.test.{ts,tsx}"], rules: { "max-lines-per-function": "off" } },
);
