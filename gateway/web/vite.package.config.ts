/** Builds the npm package of clients/web: the element, and the connection alone, for other people's bundlers. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;
const folder = resolve(here, "../../clients/web");
const packages = Object.keys(JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")).dependencies);

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: resolve(folder, "lib"),
    emptyOutDir: true,
    minify: false, // the site's bundler does it
    lib: {
      entry: {
        package: resolve(here, "src/site/package.ts"),
        connection: resolve(here, "src/connection.ts"),
      },
      formats: ["es"],
    },
    rollupOptions: {
      external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
      output: { chunkFileNames: "[name].js" },
    },
  },
});
