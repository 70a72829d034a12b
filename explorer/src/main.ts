// Reads the data that stands in the page and starts.
import { App } from "./app";
import { byId } from "./dom";
import { readModel } from "./model";

const data = byId("data");
const model = readModel(JSON.parse(data.textContent ?? "{}"));
data.remove();
new App(model);
