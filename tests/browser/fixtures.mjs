// The pages under test, made by the program.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const binary = process.env.DEMARCHE_PROGRAM;
const folder = process.env.DEMARCHE_BROWSER_FOLDER;
const pictures = join(folder, "pictures");
mkdirSync(pictures, { recursive: true });

const big = { maxBuffer: 1 << 28, encoding: "utf8" };
const run = (file, words, options = {}) => execFileSync(file, words, { ...big, stdio: ["ignore", "pipe", "pipe"], ...options });

const graph = join(folder, "example.db");
run("rm", ["-f", graph, `${graph}-wal`, `${graph}-shm`]);
run(binary, ["build", join(here, "../../examples/articles"), "-o", graph]);
const large = join(folder, "large.json");
writeFileSync(large, run("python3", [join(here, "large_graph.py"), "5000", "20000"]));
const hostile = join(folder, "hostile.json");
writeFileSync(hostile, run(process.execPath, [join(here, "hostile_graph.mjs")]));

// Three hundred in a ring, each of whom calls the next, and sixty pairs.
const islands = join(folder, "islands.json");
writeFileSync(islands, JSON.stringify((() => {
  const nodes = [], interactions = [], mentions = [];
  const name = (i) => (i < 300 ? `Ring ${i}` : `Pair ${i}`);
  for (let i = 0; i < 420; i += 1) nodes.push({ id: `x.${i}`, name: name(i), kind: "person" });
  for (let i = 0; i < 420; i += i < 300 ? 1 : 2) {
    const other = i < 300 ? (i + 1) % 300 : i + 1;
    mentions.push({ id: `m${i}`, doc: "d", event: ["CONSULT"], action: "call", status: "actual", text: `${name(i)} called ${name(other)} today.` });
    interactions.push({ id: `i${i}`, event: "CONSULT", action: "call", status: "actual", date: "2020-01-01", date_precision: "day", actor: [`x.${i}`],
                        recipient: [`x.${other}`], mentions: [`m${i}`], reports: 1, independent: 1, confidence: 0.9, event_scale: 0, quad_code: 1 });
  }
  return { graph: { format: 1 }, nodes, edges: [], interactions, mentions, sources: [{ id: "d", title: "T", date: "2020-01-02" }] };
})()));

function page(name, source, ...flags) {
  const path = join(folder, `${name}.html`);
  run(binary, ["explore", source, "-o", path, ...flags]);
  return pathToFileURL(path).href;
}

export const addresses = {
  example: page("example", graph, "--title", "Examples"),
  large: page("large", large),
  cut: page("cut", large, "--top", "300"),
  islands: page("islands", islands),
  hostile: page("hostile", hostile, "--title", "</title><script>window.pwned=9</script>"),
};

// What the program has put into the example's page.
export const exampleData = JSON.parse(
  /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(readFileSync(join(folder, "example.html"), "utf8"))[1]);

// What a command prints about the example's graph.
export function program(command, ...flags) {
  return run(binary, [command, graph, ...flags]);
}

// `demarche serve` with the example's graph: its address, and how to end it.
export function served(...flags) {
  const server = spawn(binary, ["serve", graph, "--port", "0", ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => server.on("exit", done));
  const stop = () => (server.kill("SIGINT"), ended);
  return new Promise((done, fail) => {
    let said = "";
    server.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /http:\/\/[^ ]*/.exec(said);
      if (found) done({ address: found[0], stop });
    });
    server.on("exit", () => fail(new Error(`serve ended: ${said}`)));
  });
}

// A screenshot for a person to look at.
export async function keepPicture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
