// A browser, pages in it that must behave, and a list of tests.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// Libraries lie where scripts/test-browser has installed them.
const require = createRequire(join(process.env.DEMARCHE_BROWSER_FOLDER, "package.json"));
export const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const software = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--ignore-gpu-blocklist"];

export function launch(extra = software) {
  return chromium.launch({ executablePath: process.env.DEMARCHE_CHROMIUM ?? "/usr/bin/chromium", args: extra });
}

const tests = [];
export function test(name, run) {
  tests.push({ name, run });
}

export function check(condition, message) {
  if (!condition) throw new Error(message ?? "check failed");
}

export function equal(actual, expected, what = "") {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${what}\n      expected ${b}\n      got      ${a}`);
}

// Milliseconds until a test gives up waiting: for a large page, drawn by software, on a machine that does much else. What
// must be fast is measured by the processor time that the page takes, not by the clock.
export const patience = 240_000;

// Waits until `look` gives a value that `fits`.
export async function eventually(look, fits, what) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await look();
    if (fits(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

// An empty page of a context of its own.
export async function emptyPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

// Opens an address in a page of its own. Whatever the page says on the console, throws or asks the network for is kept in
// `complaints`; a test that does not expect any fails on them.
export async function open(browser, address, options = {}) {
  const page = await emptyPage(browser, { acceptDownloads: true, ...options });
  page.complaints = [];
  const own = address.startsWith("http") ? new URL(address).origin : null;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") page.complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    const inside = url.startsWith("file:") ? url.split("#")[0] === address.split("#")[0] : own !== null && new URL(url).origin === own;
    if (!inside && !url.startsWith("blob:") && !url.startsWith("data:")) page.complaints.push(`request: ${url}`);
  });
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  return page;
}

// What axe finds wrong, one line each.
export async function accessibility(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
}

// How many colours a screenshot has, at most 5000: a canvas on which nothing was drawn has one.
export async function coloursIn(browser, png) {
  const page = await browser.newPage();
  const count = await page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set();
    for (let i = 0; i < data.length && seen.size < 5000; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return seen.size;
  }, `data:image/png;base64,${png.toString("base64")}`);
  await page.close();
  return count;
}

// The file that a click downloads.
export async function downloaded(page, id) {
  await page.click("#export > summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#${id}`)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export async function runAll(browser, only) {
  let passed = 0;
  let failed = 0;
  for (const { name, run } of tests) {
    if (only && !name.includes(only)) continue;
    const start = Date.now();
    try {
      await run(browser);
      passed += 1;
      console.log(`ok      ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n    ${error.stack}`);
    }
    for (const context of browser.contexts()) await context.close();
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
