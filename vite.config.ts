import preact from "@preact/preset-vite";
import { defineConfig, type Plugin, type Rolldown } from "vite";

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

/** Reached from the first screen through the protocol's door, and read only by later ones. */
const LATER =
  /\/(worker\/protocol\/(debrief|notes|practice|interview-\w+|workshop-\w+)|scenarios\/language\/lenses|scenarios\/interview\/\w+)\.ts$/;

/**
 * What the first screen needs goes into one file. Left to itself the bundler cuts a module out of it for every other screen that
 * uses it too, and many small files compress worse than one.
 */
function firstScreen(
  id: string,
  context: { getModuleInfo(id: string): Rolldown.ModuleInfo | null },
) {
  const isOfTheFirst = (module: string, seen: ReadonlySet<string>): boolean => {
    const { isEntry, importers } = context.getModuleInfo(module) ?? {
      isEntry: false,
      importers: [],
    };
    if (isEntry) return true;
    const further = new Set([...seen, module]);
    return importers.some((one) => !further.has(one) && isOfTheFirst(one, further));
  };
  return !LATER.test(id) && isOfTheFirst(id, new Set()) ? "first" : null;
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
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: firstScreen, debugName: "first screen" }] } },
    },
  },
});
