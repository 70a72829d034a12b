// Every reader: screen readers, dark rooms, small screens, old machines, hostile texts, large graphs.
import { accessibility, check, coloursIn, downloaded, emptyPage, equal, eventually, launch, open, test } from "./harness.mjs";
import { addresses, keepPicture, served } from "./fixtures.mjs";

const example = addresses.example;
const text = (page, selector) => page.textContent(selector);
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

for (const [name, address] of [
  ["graph", example], ["list", `${example}#view=list`], ["ties", `${example}#view=list&rows=ties`],
  ["timeline", `${example}#view=timeline`], ["actor", `${example}#actor=p.antony-blinken`],
  ["path", `${example}#path=p.antony-blinken&path=p.sergei-lavrov`],
]) {
  test(`accessibility: ${name}, light and dark`, async (browser) => {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(browser, address, { colorScheme });
      await page.waitForTimeout(400);
      await keepPicture(page, `${name}-${colorScheme}`);
      equal(await accessibility(page), [], colorScheme);
      equal(page.complaints, []);
    }
  });
}

test("accessibility: legend, help, path dialog, search list, filters in use", async (browser) => {
  const page = await open(browser, `${example}#status=planned&country=TUR&confidence=0.5`);
  await page.click("#legend summary");
  await page.fill("#search", "a");
  await page.waitForSelector("#search-list [role=option]");
  equal(await accessibility(page), [], "legend and search");
  await page.keyboard.press("Escape");
  await page.click("#path");
  equal(await accessibility(page), [], "path dialog");
  await page.keyboard.press("Escape");
  await page.click("#help");
  await page.click("#help-dialog summary");
  equal(await accessibility(page), [], "help");
});

test("dark mode follows the system and the button", async (browser) => {
  const page = await open(browser, example, { colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector("main")).backgroundColor);
  const dark = await paper();
  check(dark.match(/\d+/g).every((channel) => Number(channel) < 60), dark);
  await page.click("#theme");
  await page.click("#theme");
  equal(await paper(), "rgb(255, 255, 255)");
  const light = await (await page.$("#graph")).screenshot();
  check((await coloursIn(browser, light)) > 100);
  equal(page.complaints, []);
});

test("a phone: nothing is wider than the screen; filters and panel slide over the view", async (browser) => {
  const page = await open(browser, example, phone);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.waitForTimeout(300);
  await keepPicture(page, "phone");
  check((await wide()) <= 0, `${await wide()} pixels too wide`);
  await page.tap("#filters-open");
  await page.waitForSelector(".filters-open #filters");
  await page.waitForTimeout(300);
  equal(await accessibility(page), [], "filters");
  await page.tap("#facet-status input >> nth=0");
  await page.tap("#filters-close");
  await page.fill("#search", "blin");
  await page.tap("#search-list [role=option]");
  await page.waitForSelector("#panel:not([hidden])");
  await page.waitForTimeout(300);
  await keepPicture(page, "phone-panel");
  // The chosen actor is seen above the panel, which lies over the graph.
  await page.waitForTimeout(600);
  const drawn = (await downloaded(page, "export-svg")).bytes.toString("utf8");
  const [, height] = /cy="([\d.-]+)"[^>]*><title>Antony Blinken:/.exec(drawn);
  const room = await page.evaluate(() => document.querySelector("#panel").getBoundingClientRect().top - document.querySelector("#graph").getBoundingClientRect().top);
  check(Number(height) > 0 && Number(height) < room, `at ${height} of ${room}`);
  equal(await accessibility(page), [], "panel");
  check((await wide()) <= 0);
  await page.tap("#panel-close");
  for (const view of ["list", "timeline"]) {
    await page.tap(`#view-${view}`);
    await page.waitForTimeout(200);
    await keepPicture(page, `phone-${view}`);
    check((await wide()) <= 0, view);
    equal(await accessibility(page), [], view);
  }
  equal(page.complaints, []);
});

test("hostile names, sentences and addresses stay text", async (browser) => {
  const page = await open(browser, addresses.hostile);
  equal(await text(page, "#title"), `</title><script>window.pwned=9</script>`);
  for (const view of ["list", "timeline", "graph"]) {
    await page.click(`#view-${view}`);
    await page.waitForTimeout(200);
  }
  await page.fill("#search", "<img");
  await page.click("#search-list [role=option]");
  await eventually(() => text(page, "#panel-title"), (title) => title.startsWith("<img src=x"), "panel");
  const state = await page.evaluate(() => ({
    pwned: window.pwned ?? null, images: document.querySelectorAll("img").length, scripts: document.querySelectorAll("script").length,
    links: [...document.querySelectorAll("#panel a")].map((a) => a.protocol), marks: [...document.querySelectorAll("#panel mark")].map((m) => m.textContent),
  }));
  equal(state.pwned, null);
  equal([state.images, state.scripts], [0, 1]);
  equal(state.links, []);
  check(state.marks.length > 0 && state.marks.every((mark) => mark === "called"), state.marks.join());
  check((await text(page, "#panel-body")).includes("<b>today</b> javascript:alert(1) </script>"));
  const csv = (await downloaded(page, "export-csv")).bytes.toString("utf8");
  check(csv.includes(`"'=HYPERLINK(""http://evil.example"")"`), "a formula is left in the CSV");
  const svg = (await downloaded(page, "export-svg")).bytes.toString("utf8");
  check(!svg.includes("<img") && !svg.includes("<script"));
  await page.setViewportSize({ width: 390, height: 700 });
  check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a long name widens the page");
  equal(page.complaints, []);
});

test("5,000 actors and 20,000 interactions open in under 3 seconds", async (browser) => {
  const tries = [];
  const best = (key) => Math.round(Math.min(...tries.map((one) => one[key])));
  // The clock counts what else this machine does; the page's own time does not.
  const fast = () => tries.length > 0 && (best("wall") < 3000 || best("busy") < 3000);
  while (tries.length < 3 && !fast()) {
    const page = await emptyPage(browser);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const start = Date.now();
    await page.goto(addresses.large);
    await page.waitForSelector("html[data-ready]");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const wall = Date.now() - start;
    const { metrics } = await session.send("Performance.getMetrics");
    const busy = 1000 * metrics.find((metric) => metric.name === "TaskDuration").value;
    check(busy > 0, "the page's own time is not known");
    tries.push({ wall, busy });
    if (tries.length === 1) await keepPicture(page, "large");
    await page.context().close();
  }
  console.log(`        drawn after ${best("wall")} ms, of them the page worked ${best("busy")} ms`);
  check(fast(), `${best("wall")} ms by the clock, ${best("busy")} ms of processor time`);
});

test("a large graph can be searched, filtered, listed", async (browser) => {
  const page = await open(browser, addresses.large);
  await page.fill("#search", "usaland");
  await page.waitForSelector("#search-list [role=option]");
  await page.keyboard.press("Enter");
  await eventually(() => text(page, "#panel-title"), (title) => title === "Usaland", "panel");
  await page.check("#facet-event input[value=CONSULT]");
  await page.click("#view-timeline");
  await page.waitForSelector("#timeline-scroll .mark");
  await page.click("#view-list");
  await page.waitForSelector("#table tbody tr");
  await page.click("#rollup");
  await page.click("#view-graph");
  await eventually(() => page.getAttribute("#graph", "aria-label"), (label) => /Graph of \d\d actors/.test(label), "countries");
  equal(page.complaints, []);
});

test("a graph that was cut says so", async (browser) => {
  const page = await open(browser, addresses.cut);
  equal(await text(page, "#note"), "This page holds the 300 busiest of 5000 actors; " +
    (await text(page, "#note")).split("; ")[1]);
  check(/^\d+ of 20000 interactions\.$/.test((await text(page, "#note")).split("; ")[1]));
});

test("without WebGL the list and the timeline work, and the page says why there is no graph", async () => {
  const plain = await launch(["--no-sandbox", "--disable-gpu", "--disable-3d-apis"]);
  try {
    const page = await open(plain, example);
    check((await text(page, "#graph-view")).includes("cannot draw the graph"));
    await page.click("#view-list");
    await page.click("#table tbody tr");
    await page.waitForSelector("#panel .sentence");
    check((await downloaded(page, "export-csv")).bytes.length > 1000);
    equal(page.complaints.filter((complaint) => !/WebGL|CONTEXT/i.test(complaint)), []);
  } finally {
    await plain.close();
  }
});

test("served: the same page asks its own server, and nobody else", async (browser) => {
  const { address, stop } = await served("--top", "60");
  try {
    const page = await open(browser, address);
    check((await text(page, "#note")).includes("60 busiest of"));
    await page.fill("#search", "who talked to rouhani?");
    await page.click("text=Ask: who talked to rouhani?");
    await eventually(() => text(page, "#panel-body"), (body) => body.includes("Barack Obama"), "answer");
    check((await page.$$eval("#panel mark", (all) => all.length)) > 0);
    const known = await page.evaluate(async () => (await (await fetch("/api/actors?limit=200")).json()).actors.slice(-1)[0]);
    await page.fill("#search", known.name);
    await page.click("#search-list [role=option]:has-text('load from the whole graph')");
    await eventually(() => page.url(), (url) => url.includes("around="), "address");
    await eventually(() => text(page, "#panel-title"), (title) => title === known.name, "panel");
    await page.click("#note a");
    await eventually(() => text(page, "#note"), (note) => note.includes("60 busiest of"), "whole");
    equal(page.complaints, []);
    equal(await accessibility(page), []);
  } finally {
    equal(await stop(), 130, "exit code after Ctrl-C");
  }
});
