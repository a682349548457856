import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sheet = readFileSync(new URL("../public/tokens.css", import.meta.url), "utf8");

/** The tokens a block of the sheet sets, by name. */
function tokens(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? "", found[2] ?? ""]));
}

function blockAfter(selector: string): Map<string, string> {
  const start = sheet.indexOf(selector);
  return tokens(sheet.slice(start, sheet.indexOf("}", start)));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const pairs: [string, string][] = [
  ...["ground", "surface", "surface-sunken", "surface-hover"].flatMap((ground): [string, string][] => [
    ["text", ground],
    ["text-quiet", ground],
    ["accent-text", ground],
  ]),
  ...["accent", "good", "bad", "warn", "draft"].flatMap((hue): [string, string][] => [
    [`on-${hue}`, hue],
    [`${hue}-text`, "surface"],
    [`${hue}-text`, "ground"],
    [`${hue}-text`, `${hue}-soft`],
  ]),
  ...["accent", "good", "bad"].map((hue): [string, string] => [`on-${hue}`, `${hue}-hover`]),
];

describe("the tokens", () => {
  const light = blockAfter(":root {");
  const followed = blockAfter(':root:not([data-theme="light"]) {');
  const set = blockAfter(':root[data-theme="dark"] {');

  it("are the same whether dark is followed or set", () => {
    expect([...set]).toEqual([...followed]);
  });

  it.each(pairs)("let %s be read on %s in both themes", (text, ground) => {
    for (const theme of [light, followed]) {
      expect(contrast(theme.get(text) ?? "", theme.get(ground) ?? "")).toBeGreaterThanOrEqual(4.5);
    }
  });
});
