import { defineConfig } from "vitest/config";

// Everything comes from the page's own address: no inline script or style, no data: addresses (strict CSP).
export default defineConfig({
  base: "/phone/",
  build: {
    outDir: "target/classes/static/phone",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: "index.html", join: "src/join.tsx", trial: "src/trial.tsx", prompts: "src/prompts.tsx", passkeys: "src/passkeys.ts", rows: "src/rows.ts", tree: "src/tree.ts", live: "src/live.ts", worker: "src/worker.ts" },
      // Seven are on templates of the server's, which cannot know a name that changes; the worker's must never change.
      output: {
        entryFileNames: (chunk) => (["join", "trial", "prompts", "passkeys", "rows", "tree", "live", "worker"].includes(chunk.name) ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    environment: "node",
    setupFiles: ["src/fake/words.ts"],
  },
});
