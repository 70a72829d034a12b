// node cytoscape_check.js FILE: what Cytoscape.js makes of it, as one JSON line.
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';

const json = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const graph = cytoscape({ headless: true, elements: json.elements });
const names = {};
graph.nodes().forEach((node) => {
  names[node.data('actor')] = node.data('name') ?? null;
});
console.log(JSON.stringify({ nodes: graph.nodes().length, edges: graph.edges().length, names }));
