// node bundle.mjs FOLDER PAGE: puts scripts, styles and notices into one page. FOLDER holds node_modules.
// The policy in the page names the hash of each of its scripts and styles: nothing else runs, nothing is loaded.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = dirname(fileURLToPath(import.meta.url));
const [folder, page] = process.argv.slice(2);
const esbuild = createRequire(join(folder, "package.json"))("esbuild");

const bundled = await esbuild.build({
  entryPoints: [join(source, "src/main.ts")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
  nodePaths: [join(folder, "node_modules")],
  metafile: true,
  outfile: "page.js",
  define: { "process.env.NODE_ENV": '"production"' },
});
const styles = await esbuild.build({
  entryPoints: [join(source, "src/style.css")],
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  outfile: "page.css",
});

// A script element ends at "</script", whatever stands around it.
const script = bundled.outputFiles[0].text.trim().replaceAll("</script", "<\\/script");
const style = styles.outputFiles[0].text.trim();
if (style.includes("</style")) throw new Error("style.css: must not contain </style");
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "img-src data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const notices = noticesOf(bundled.metafile);
if (notices !== readFileSync(join(source, "NOTICES.txt"), "utf8")) {
  if (process.env.DEMARCHE_WRITE_NOTICES) writeFileSync(join(source, "NOTICES.txt"), notices);
  else throw new Error("NOTICES.txt does not fit package-lock.json; run with DEMARCHE_WRITE_NOTICES=1");
}

let html = readFileSync(join(source, "src/page.html"), "utf8");
const put = (place, text) => {
  const parts = html.split(place);
  if (parts.length !== 2) throw new Error(`page.html: ${place} must stand there once`);
  html = parts.join(text);
};
put("@POLICY@", policy);
put("@STYLE@", style);
put("@NOTICES@", notices.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
put("@SCRIPT@", script);
for (const once of ["connect-src 'none'", '{"demarche":"data"}']) {
  if (html.split(once).length !== 2) throw new Error(`the page must contain ${once} once`);
}
writeFileSync(page + ".new", html);
renameSync(page + ".new", page);

// The licence of each package that went into the script.
function noticesOf(metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input.replaceAll("\\", "/"));
    if (found) packages.add(found[1]);
  }
  let out = "The explorer's page contains these libraries:\n";
  for (const name of [...packages].sort()) {
    const root = join(folder, "node_modules", name);
    const about = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    out += `\n${"=".repeat(72)}\n${name} ${about.version} (${about.license})\n\n${licenceOf(root)}\n`;
  }
  return out;
}

function licenceOf(root) {
  for (const file of ["LICENSE.txt", "LICENSE", "LICENSE.md", "license", "LICENCE"]) {
    try {
      return readFileSync(join(root, file), "utf8").trim();
    } catch {
      // The next name.
    }
  }
  throw new Error(`${root}: no licence text`);
}
