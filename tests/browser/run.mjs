// node run.mjs [WORDS]: all tests, or those whose names hold the words; see scripts/test-browser.
import { launch, runAll } from "./harness.mjs";
import "./views_test.mjs";
import "./network_test.mjs";
import "./readers_test.mjs";

const browser = await launch();
console.log(`Chromium ${browser.version()}`);
const good = await runAll(browser, process.argv[2]);
await browser.close();
process.exit(good ? 0 : 1);
