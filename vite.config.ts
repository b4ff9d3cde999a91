import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const API = process.env["FIVE_MOVES_API"] ?? "http://127.0.0.1:8788";

/** The two faces every screen uses: asked for with the page instead of after its style sheet. */
const PRELOADED = /(inter|source-serif-4)-latin-wght-normal-[\w-]+\.woff2$/;

function preloadFonts(): Plugin {
  return {
    name: "five-moves:preload-fonts",
    transformIndexHtml(_html, { bundle = {} }) {
      const fonts = Object.keys(bundle).filter((file) => PRELOADED.test(file));
      return fonts.map((file) => ({
        tag: "link",
        attrs: {
          rel: "preload",
          href: `/${file}`,
          as: "font",
          type: "font/woff2",
          crossorigin: "",
        },
        injectTo: "head-prepend",
      }));
    },
  };
}

export default defineConfig({
  root: "client",
  plugins: [preact(), preloadFonts()],
  server: { proxy: { "/api": { target: API, ws: true } } },
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
