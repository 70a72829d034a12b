// Neighbourhood, path, countries, addresses, exports.
import { check, downloaded, emptyPage, equal, eventually, open, test } from "./harness.mjs";
import { addresses, exampleData } from "./fixtures.mjs";

const example = addresses.example;
const text = (page, selector) => page.textContent(selector);
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
const counted = async (page) => (await page.getAttribute("#graph", "aria-label")).match(/(\d[\d,]*) actors? and (\d[\d,]*) ties?/).slice(1).map(Number);

// Who has to do with whom, from the page's data.
function neighbours() {
  const ties = new Map(exampleData.actors.map((actor) => [actor.id, new Set()]));
  const join = (a, b) => {
    const [x, y] = [a, b].map((n) => exampleData.actors[n].id);
    if (x === y) return;
    ties.get(x).add(y);
    ties.get(y).add(x);
  };
  for (const deed of exampleData.interactions) {
    for (const a of deed.a) for (const r of deed.r) join(a, r);
    if (deed.reciprocal && (!deed.a.length || !deed.r.length)) {
      const side = deed.a.length ? deed.a : deed.r;
      side.forEach((a, i) => side.slice(i + 1).forEach((b) => join(a, b)));
    }
  }
  return ties;
}

function distance(from, to) {
  const ties = neighbours();
  let edge = [from];
  const seen = new Set(edge);
  for (let hops = 0; edge.length; hops += 1) {
    if (edge.includes(to)) return hops;
    edge = edge.flatMap((id) => [...ties.get(id)]).filter((id) => !seen.has(id) && seen.add(id));
  }
  return Infinity;
}

test("neighbourhood: one actor and who is within some ties", async (browser) => {
  const page = await open(browser, `${example}#actor=p.antony-blinken`);
  await page.click("#panel .tools button >> nth=0");
  const ties = neighbours();
  const near = new Set(["p.antony-blinken", ...ties.get("p.antony-blinken")]);
  await eventually(() => counted(page), ([actors]) => actors === near.size, `${near.size} actors`);
  check((await fragment(page)).includes("focus=p.antony-blinken"));
  await page.selectOption("#panel select", "2");
  const further = new Set([...near].flatMap((id) => [id, ...ties.get(id)]));
  await eventually(() => counted(page), ([actors]) => actors === further.size, `${further.size} actors`);
  await page.click("#mode button");
  await eventually(() => counted(page), ([actors]) => actors > further.size, "all again");
  equal(page.complaints, []);
});

test("path: the shortest chain between two actors, with its sentences", async (browser) => {
  const page = await open(browser, example);
  await page.click("#path");
  await page.fill("#path-from", "lavrov");
  await page.click("#path-from-list [role=option]");
  await page.fill("#path-to", "rouhani");
  await page.keyboard.press("Enter");
  await page.click("#path-find");
  await eventually(() => text(page, "#panel-title"), (title) => title === "Sergei Lavrov to Hassan Rouhani", "panel");
  const expected = distance("p.sergei-lavrov", "p.hassan-rouhani");
  if (expected === Infinity) {
    check((await text(page, "#panel-body")).includes("No chain of interactions"));
  } else {
    equal(await page.$$eval("#panel .steps > li", (all) => all.length), expected, "steps");
    check((await page.$$("#panel .steps .sentence")).length >= expected);
  }
  check((await fragment(page)).includes("path=p.sergei-lavrov&path=p.hassan-rouhani"));
  await page.click("#path");
  await page.fill("#path-from", "blinken");
  await page.click("#path-find");
  check((await text(page, "#path-problem")).includes("Name two actors"));
  await page.fill("#path-to", "zelensky");
  await page.click("#path-find");
  await eventually(() => page.$$eval("#panel .steps > li", (all) => all.length), (n) => n === distance("p.antony-blinken", "p.volodymyr-zelensky"), "steps");
  equal(page.complaints, []);
});

test("countries: actors of one country become one node, and come apart again", async (browser) => {
  const page = await open(browser, example);
  await eventually(() => counted(page), () => true, "graph");
  await page.click("#rollup");
  const present = new Set(exampleData.interactions.flatMap((deed) => [...deed.a, ...deed.r]));
  const rolled = new Set([...present].map((n) => exampleData.actors[n].country ?? exampleData.actors[n].id));
  await eventually(() => counted(page), ([actors]) => actors === rolled.size, `${rolled.size} nodes`);
  await page.fill("#search", "turk");
  await page.click("#search-list [role=option]");
  await eventually(() => text(page, "#panel-title"), (title) => title === "Turkey", "panel");
  check((await fragment(page)).includes("actor=@TUR") && (await fragment(page)).includes("rollup=country"));
  await page.click("#rollup");
  await eventually(() => fragment(page), (f) => f === "actor=TUR", "fragment");
  equal(page.complaints, []);
});

test("an address shows the same view again; the browser's back button goes back", async (browser) => {
  const page = await open(browser, example);
  await page.click("#view-list");
  await page.check("#facet-status input[value=actual]");
  await page.fill("#from", "2021-01-01");
  await page.keyboard.press("Tab");
  await page.fill("#search", "blinken");
  await page.click("#search-list [role=option]");
  await eventually(() => fragment(page), (f) => f.includes("actor="), "fragment");
  const look = async (where) => ({
    rows: await where.$$eval("#table tbody tr", (all) => all.map((row) => row.textContent)), panel: await text(where, "#panel-title"),
    cards: await where.$$eval("#panel .deed", (all) => all.map((card) => card.dataset.id)), words: await text(where, "#time-words"),
    fragment: await fragment(where),
  });
  const again = await open(browser, page.url());
  equal(await look(again), await look(page));
  await page.goBack();
  await page.waitForSelector("#panel", { state: "hidden" });
  const odd = await open(browser, `${example}#view=moon&hops=99&confidence=-3&from=never&tie=a&path=x&path=y&actor=%zz&focus=nobody`);
  await eventually(() => counted(odd), ([actors]) => actors > 100, "graph");
  equal([...page.complaints, ...again.complaints, ...odd.complaints], []);
});

test("of many actors the main group fills the first view, the others are a key away; filters move nobody", async (browser) => {
  const page = await open(browser, addresses.islands);
  // Middles of the discs, by name; all of the actors are persons.
  const places = async () => {
    const picture = (await downloaded(page, "export-svg")).bytes.toString("utf8");
    return page.evaluate((svg) => Object.fromEntries(
      [...new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("circle")]
        .map((disc) => [disc.querySelector("title").textContent.split(":")[0], [Number(disc.getAttribute("cx")), Number(disc.getAttribute("cy"))]])), picture);
  };
  const press = async (key) => {
    await page.focus("#graph");
    await page.keyboard.press(key);
    await page.waitForTimeout(700);
    return places();
  };
  const first = await places();
  const { width, height } = await (await page.$("#graph")).boundingBox();
  const group = Object.entries(first).filter(([name]) => name.startsWith("Ring")).map(([, at]) => at);
  equal(group.length, 300);
  check(group.every(([x, y]) => x > 0 && y > 0 && x < width && y < height), "all of the group is in the window");
  const extent = (values) => Math.max(...values) - Math.min(...values);
  check(extent(group.map((at) => at[0])) > 0.6 * width || extent(group.map((at) => at[1])) > 0.6 * height, "it fills the window");
  equal(Object.keys(await press("0")).length, 420, "everybody");
  equal(await press("0"), first, "and back");
  await page.fill("#words", "Ring 7 ");
  await eventually(async () => (await counted(page))[0], (count) => count < 100, "filter");
  for (const [name, at] of Object.entries(await places())) equal(at, first[name], name);
  equal(page.complaints, []);
});

test("no name covers another, and the busiest actors have one, in the picture of a crowd", async (browser) => {
  const page = await open(browser, example);
  const svg = (await downloaded(page, "export-svg")).bytes.toString("utf8");
  const sheet = await emptyPage(browser);
  await sheet.setContent(svg.slice(svg.indexOf("<svg")));
  const names = await sheet.$$eval("text", (all) => all.map((text) => {
    const { x, y, width, height } = text.getBBox();
    return { name: text.textContent, x, y, right: x + width, bottom: y + height };
  }));
  // A line of text is higher than its letters.
  const rim = 4;
  const meet = (a, b) => a.x + rim < b.right && b.x + rim < a.right && a.y + rim < b.bottom && b.y + rim < a.bottom;
  equal(names.flatMap((a, i) => names.slice(i + 1).filter((b) => meet(a, b)).map((b) => `${a.name} / ${b.name}`)), []);
  const deeds = (actor, number) => exampleData.interactions.filter((deed) => deed.a.includes(number) || deed.r.includes(number)).length;
  const busiest = exampleData.actors.map((actor, number) => [deeds(actor, number), actor.name]).sort((a, b) => b[0] - a[0]).slice(0, 8);
  equal(busiest.filter(([, name]) => !names.some((each) => each.name === name)), []);
  equal(page.complaints, []);
});

test("exports: SVG, PNG and CSV of what is seen", async (browser) => {
  const page = await open(browser, example);
  const svg = await downloaded(page, "export-svg");
  equal(svg.name, "demarche.svg");
  const found = await page.evaluate((source) => {
    const picture = new DOMParser().parseFromString(source, "image/svg+xml");
    return { broken: picture.querySelector("parsererror") !== null, lines: picture.querySelectorAll("line").length,
             shapes: picture.querySelectorAll("circle, polygon, rect").length - 1, names: picture.querySelectorAll("text").length };
  }, svg.bytes.toString("utf8"));
  const [actors, ties] = await counted(page);
  equal(found.broken, false);
  equal([found.shapes, found.lines], [actors, ties]);
  check(found.names > 50);
  const png = await downloaded(page, "export-png");
  equal(png.bytes.subarray(1, 4).toString(), "PNG");
  const width = await page.evaluate(() => document.querySelector("#graph").clientWidth);
  equal(png.bytes.readUInt32BE(16), 2 * width, "width at 2x");
  const csv = await downloaded(page, "export-csv");
  const lines = csv.bytes.toString("utf8").split("\r\n");
  check(lines[0].startsWith("\ufeffdate,enddate,actor,action,recipient"));
  equal(lines.length - 2, exampleData.interactions.length, "rows");
  await page.click("#view-timeline");
  await page.waitForSelector("#timeline-scroll .mark");
  const lanes = (await downloaded(page, "export-svg")).bytes.toString("utf8");
  check(lanes.includes("<circle") && !lanes.includes("class=") && lanes.includes("Antony Blinken"));
  const lanePicture = await downloaded(page, "export-png");
  check(lanePicture.bytes.length > 5000);
  equal(page.complaints, []);
});
