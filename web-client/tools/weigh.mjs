// Prints what a browser loads for the phone, gzipped, and refuses more than the budget.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const folder = "target/classes/static/phone";
const budget = 150_000;
const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|css)$/.test(file));
const total = files.reduce((sum, file) => sum + gzipSync(readFileSync(`${folder}/${file}`)).length, 0);
console.log(`phone: script and style ${(total / 1000).toFixed(1)} kB gzipped, of ${budget / 1000} kB allowed`);
if (total > budget) process.exit(1);
// The worker is registered as a classic script, which cannot import.
if (/\bimport\s*[{"'(]/.test(readFileSync(`${folder}/worker.js`, "utf8"))) {
  console.error("worker.js imports: a module of its own is shared with a page");
  process.exit(1);
}
