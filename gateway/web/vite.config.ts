import { resolve } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

export default defineConfig({
  // Relative addresses: the widget runs on other people's pages, and a proxy may add a path.
  base: "./",
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // no data: addresses, so the Content-Security-Policy can stay strict
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(here, "index.html"),
        api: resolve(here, "api.html"),
        rooms: resolve(here, "rooms.html"),
        status: resolve(here, "status.html"),
        word: resolve(here, "word/index.html"),
        widget: resolve(here, "src/site/widget.ts"),
      },
      // The widget's address is in other people's pages, so its name stays; what it imports is hashed.
      preserveEntrySignatures: "allow-extension",
      output: {
        // Browsers fetch six files of a host at once, so a page that has more waits for another round trip.
        // The files that some pages share are therefore few. Only its pages may load main.ts, which runs code,
        // and page.css: a widget must not bring it to another site.
        codeSplitting: {
          groups: [
            {
              name: "shared",
              test: (id) => !/\.css$|page[\\/]main\.ts$/.test(id),
              tags: ["$initial"],
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 20_000, // bytes, before compression
            },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === "widget" ? "widget.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: { proxy: { "/socket.io": { target: "http://127.0.0.1:5000", ws: true } } },
});
