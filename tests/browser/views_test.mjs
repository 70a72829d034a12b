// Finding, opening, filtering: what a reader does first.
import { check, coloursIn, downloaded, equal, eventually, open, test } from "./harness.mjs";
import { addresses, exampleData, program } from "./fixtures.mjs";

const example = addresses.example;
const text = (page, selector) => page.textContent(selector);
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
const rows = (page) => page.$$eval("#table tbody tr", (all) => all.length);
const hidden = (page, selector) => page.$eval(selector, (element) => element.hidden || getComputedStyle(element).visibility === "hidden");
const panelTitle = (page, expected) => eventually(() => text(page, "#panel-title"), (title) => title === expected, "panel");

// Where the graph's picture has a node or the middle of a tie, by the words of its title.
export async function placeOf(page, words) {
  const picture = (await downloaded(page, "export-svg")).bytes.toString("utf8");
  const box = await (await page.$("#graph")).boundingBox();
  return page.evaluate(([svg, sought, left, top]) => {
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml");
    const title = [...drawn.querySelectorAll("title")].find((t) => t.textContent.startsWith(sought));
    const shape = title.parentNode;
    const number = (name) => Number(shape.getAttribute(name));
    if (shape.tagName === "line") {
      // Where nodes are farthest from the line.
      const nodes = [...drawn.querySelectorAll("circle")].map((c) => ["cx", "cy", "r"].map((name) => Number(c.getAttribute(name))));
      const at = (share) => [number("x1") + share * (number("x2") - number("x1")), number("y1") + share * (number("y2") - number("y1"))];
      const room = (share) => Math.min(...nodes.map(([cx, cy, r]) => Math.hypot(cx - at(share)[0], cy - at(share)[1]) - r));
      const shares = Array.from({ length: 41 }, (_, i) => 0.1 + 0.02 * i);
      const [x, y] = at(shares.reduce((best, share) => (room(share) > room(best) ? share : best)));
      return { x: left + x, y: top + y };
    }
    if (shape.tagName === "circle") return { x: left + number("cx"), y: top + number("cy") };
    return { x: left + number("x") + number("width") / 2, y: top + number("y") + number("height") / 2 };
  }, [picture, words, box.x, box.y]);
}

test("a page from a file opens settled, asks nobody, says nothing on the console", async (browser) => {
  const page = await open(browser, example);
  equal(await text(page, "#title"), "Examples");
  const { totals } = exampleData;
  check((await text(page, "#subtitle")).startsWith(`${totals.actors} actors, ${totals.interactions} interactions from ${totals.sources} documents`));
  const picture = await (await page.$("#graph")).screenshot();
  check((await coloursIn(browser, picture)) > 100, "the graph is not drawn");
  const before = await page.evaluate(() => performance.getEntriesByType("resource").length);
  equal(before, 0, "resources loaded");
  equal(page.complaints, []);
});

test("the page's own policy stops scripts and requests", async (browser) => {
  const page = await open(browser, example);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
    const link = document.createElement("div");
    link.innerHTML = `<button onclick="window.pwned=2">x</button>`;
    document.body.append(link);
    link.firstChild.click();
    const asked = await fetch("https://example.org/").then(() => "answered", () => "refused");
    return [window.pwned ?? null, asked];
  });
  equal(outcome, [null, "refused"]);
});

test("search finds an actor by the beginning of any word, without accents, with the keyboard", async (browser) => {
  const page = await open(browser, example);
  await page.keyboard.press("/");
  await page.keyboard.type("blin");
  await page.waitForSelector("#search-list [role=option]");
  check((await text(page, "#search-list")).includes("Antony Blinken"));
  equal(await page.getAttribute("#search", "aria-activedescendant"), "search-list-0");
  await page.keyboard.press("Enter");
  await panelTitle(page, "Antony Blinken");
  equal(await fragment(page), "actor=p.antony-blinken");
  await page.fill("#search", "inacio");
  await page.click("#search-list [role=option]");
  await panelTitle(page, "Luiz Inácio Lula da Silva");
  await page.fill("#search", "zzzz");
  check((await text(page, "#search-list")).includes("Sentences that say"));
  equal(page.complaints, []);
});

test("a click on a node opens the actor, a click on a tie its interactions with their sentences", async (browser) => {
  const page = await open(browser, example);
  const node = await placeOf(page, "Antony Blinken:");
  await page.mouse.click(node.x, node.y);
  await panelTitle(page, "Antony Blinken");
  await page.click("#panel-close");
  await page.waitForSelector("#panel", { state: "hidden" });
  await page.waitForTimeout(300);
  const tie = await placeOf(page, "Wang Yi – Antony Blinken").catch(() => placeOf(page, "Antony Blinken – Wang Yi"));
  await page.mouse.click(tie.x, tie.y);
  await eventually(() => text(page, "#panel-title"), (title) => title.includes("Blinken") && title.includes("Wang Yi"), "panel");
  check((await fragment(page)).startsWith("tie="));
  // Between the two: each on a side of his own, or both of a talk that has no other side.
  const told = exampleData.interactions.filter((deed) => {
    const [acted, met] = [deed.a, deed.r].map((side) => side.map((number) => exampleData.actors[number].id));
    const holds = (side, name) => side.includes(name);
    const [one, other] = ["p.antony-blinken", "p.wang-yi"];
    const across = (holds(acted, one) && holds(met, other)) || (holds(acted, other) && holds(met, one));
    const alone = met.length === 0 ? acted : acted.length === 0 ? met : [];
    return across || (deed.reciprocal && holds(alone, one) && holds(alone, other));
  });
  equal(await page.$$eval("#panel .deed", (all) => all.length), told.length);
  const mention = exampleData.mentions[told[0].m[0]];
  const [start, end] = mention.marks.find((mark) => mark[2] === "t");
  const marks = await page.$$eval("#panel .deed mark", (all) => all.map((mark) => mark.textContent));
  check(marks.includes(mention.text.slice(start, end)), `no ${mention.text.slice(start, end)} in ${marks}`);
  const link = await page.$eval("#panel .source a", (a) => [a.href, a.rel, a.target]);
  check(link[0].startsWith("https://example.org/"));
  equal(link.slice(1), ["noopener noreferrer", "_blank"]);
  await page.mouse.click(300, 760);
  equal(page.complaints, []);
});

test("the list has every interaction; filters leave what the program leaves", async (browser) => {
  const page = await open(browser, `${example}#view=list`);
  const all = exampleData.interactions.length;
  while (!(await page.$eval("#table-more", (more) => more.hidden))) await page.click("#table-more");
  equal(await rows(page), all, "rows");
  await page.check("#facet-status input[value=planned]");
  const planned = JSON.parse(program("talks", "--action", "any", "--status", "planned", "--format", "json")).interactions.length;
  await eventually(() => rows(page), (n) => n === planned, `planned ${planned}`);
  await page.click("#clear-filters");
  await page.check("#facet-event input[value=SUPPORT]");
  const support = JSON.parse(program("talks", "--event", "SUPPORT", "--status", "any", "--format", "json")).interactions.length;
  await eventually(() => rows(page), (n) => n === support, `support ${support}`);
  check((await fragment(page)).includes("event=SUPPORT"));
  await page.click("#clear-filters");
  await page.check("#facet-country input[value=TUR]");
  const turkish = exampleData.interactions.filter((deed) => [...deed.a, ...deed.r].some((n) => exampleData.actors[n].country === "TUR")).length;
  await eventually(() => rows(page), (n) => n === turkish, `Turkey ${turkish}`);
  await page.click("#clear-filters");
  await page.fill("#seek-topic", "terr");
  await page.check("#facet-topic input >> nth=0");
  const topic = await page.$eval("#facet-topic input", (input) => input.value);
  const about = exampleData.interactions.filter((deed) => [...(deed.topic ?? []), ...(deed.context ?? [])].includes(topic)).length;
  await eventually(() => rows(page), (n) => n === about && n > 0, `about ${topic}: ${about}`);
  await page.click("#clear-filters");
  await page.fill("#confidence", "0.85");
  const sure = exampleData.interactions.filter((deed) => deed.confidence >= 0.85).length;
  await eventually(() => page.evaluate(() => document.querySelector("#announcer").textContent), (said) => said.startsWith(`${sure} interaction`), `sure ${sure}`);
  await page.click("#clear-filters");
  await page.fill("#words", "ceasefire");
  const saying = exampleData.interactions.filter((deed) => deed.m.some((m) => exampleData.mentions[m].text.toLowerCase().includes("ceasefire"))).length;
  await eventually(() => rows(page), (n) => n === saying && n > 0, `ceasefire ${saying}`);
  equal(page.complaints, []);
});

test("tables sort, by the keyboard too, and open what is in them", async (browser) => {
  const page = await open(browser, `${example}#view=list`);
  await page.click("#rows-actors");
  const first = () => text(page, "#table tbody th");
  const sorted = (column, way) =>
    eventually(() => page.getAttribute(`#table thead th >> nth=${column}`, "aria-sort"), (how) => how === way, `column ${column}`);
  await sorted(3, "descending");
  const busiest = await first();
  await page.focus("#table thead button");
  await page.keyboard.press("Enter");
  await sorted(0, "ascending");
  check((await first()) !== busiest || busiest < "B");
  await page.click("#table tbody tr >> nth=2");
  await page.waitForSelector("#panel:not([hidden])");
  await page.click("#rows-ties");
  await page.click("#table tbody tr >> nth=0");
  await eventually(() => text(page, "#panel-title"), (title) => title.includes(" – "), "panel");
  equal(page.complaints, []);
});

test("dragging over the strip of time keeps a part; so do its handles and the dates", async (browser) => {
  const page = await open(browser, `${example}#view=list`);
  const box = await (await page.$("#brush")).boundingBox();
  await page.mouse.move(box.x + box.width * 0.55, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await eventually(() => fragment(page), (f) => /from=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d/.test(f), "fragment");
  const [from, until] = await page.evaluate(() => [document.querySelector("#from").value, document.querySelector("#until").value]);
  const within = exampleData.interactions.filter((deed) => deed.date && deed.date.length === 10 && deed.date <= until && (deed.enddate ?? deed.date) >= from);
  check((await rows(page)) >= Math.min(100, within.length) && within.length < exampleData.interactions.length);
  await page.focus("#brush .handle >> nth=0");
  await page.keyboard.press("Home");
  await eventually(() => fragment(page), (f) => !f.includes("from="), "fragment");
  await page.click("#all-time");
  await eventually(() => fragment(page), (f) => !f.includes("until="), "fragment");
  await page.fill("#from", "2021-01-01");
  await page.fill("#until", "2021-12-31");
  await page.keyboard.press("Tab");
  await eventually(() => fragment(page), (f) => f.includes("from=2021-01-01&until=2021-12-31"), "fragment");
  const dates = () => page.$$eval("#table tbody th", (all) => all.map((cell) => cell.textContent));
  await eventually(dates, (shown) => shown.length > 0 && shown.every((words) => words.includes("2021")), "dates");
  equal(page.complaints, []);
});

test("the timeline has lanes and marks that open; arrow keys walk over them", async (browser) => {
  const page = await open(browser, `${example}#view=timeline`);
  await page.waitForSelector("#timeline-scroll .mark");
  check((await page.$$("#timeline-scroll .lane-name")).length === 40);
  await page.focus("#timeline-scroll .mark");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  check(label && label.length > 8, "no mark has the focus");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#panel .deed");
  check((await fragment(page)).includes("interaction="));
  await page.click("#timeline-scroll .lane-name >> nth=0");
  await eventually(() => fragment(page), (f) => f.includes("actor="), "fragment");
  equal(page.complaints, []);
});

test("keys: views, help, escape", async (browser) => {
  const page = await open(browser, example);
  await page.keyboard.press("Tab");
  equal(await page.evaluate(() => document.activeElement.id), "skip", "first stop");
  await page.keyboard.press("2");
  await page.waitForSelector("#list-view:not([hidden])");
  await page.keyboard.press("3");
  await page.waitForSelector("#timeline-view:not([hidden])");
  await page.keyboard.press("1");
  await page.waitForSelector("#graph-view:not([hidden])");
  await page.keyboard.press("?");
  await page.waitForSelector("#help-dialog[open]");
  check((await text(page, "#notices")).includes("graphology"));
  await page.keyboard.press("Escape");
  await page.focus("#graph");
  await page.keyboard.press("ArrowRight");
  const busiest = await eventually(() => text(page, "#announcer"), (said) => said.includes("interaction"), "announcer");
  await page.keyboard.press("Enter");
  await panelTitle(page, busiest.split(",")[0]);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#panel", { state: "hidden" });
  equal(page.complaints, []);
});
