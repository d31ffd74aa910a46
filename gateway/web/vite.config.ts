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
        entryFileNames: (chunk) => (chunk.name === "widget" ? "widget.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: { proxy: { "/socket.io": { target: "http://127.0.0.1:5000", ws: true } } },
});
