import js from "@eslint/js";
import lit from "eslint-plugin-lit";
import wc from "eslint-plugin-wc";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["build/", "dist/"] },
  js.configs.recommended,
  {
    files: ["src/**/*.ts"],
    extends: [
      ...ts.configs.strictTypeChecked,
      ...ts.configs.stylisticTypeChecked,
      lit.configs["flat/recommended"],
      wc.configs["flat/recommended"],
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in template strings need no String().
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Lit's listeners are arrow functions that pass a call on.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Lit calls listeners with their component as `this`.
      "@typescript-eslint/unbound-method": "off",
      "max-lines": ["error", 300],
    },
  },
  {
    files: ["*.mjs", "*.js", "*.ts"],
    languageOptions: { globals: { URL: "readonly" } },
  },
);
