// node n3_check.js FILE: how many quads, actors and statements N3.js reads, as one JSON line.
import { readFileSync } from 'node:fs';
import { Parser } from 'n3';

const path = process.argv[2];
const format = path.endsWith('.nq') ? 'N-Quads' : 'Turtle';
const quads = new Parser({ format }).parse(readFileSync(path, 'utf8'));
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const typed = (iri) => quads.filter((q) => q.predicate.value === type && q.object.value === iri).length;
console.log(
  JSON.stringify({
    quads: quads.length,
    actors: typed('http://semanticweb.cs.vu.nl/2009/11/sem/Actor'),
    statements: typed('urn:demarche:term:Statement'),
    graphs: new Set(quads.map((q) => q.graph.value)).size - 1,
    names: Object.fromEntries(
      quads
        .filter((q) => q.predicate.value.endsWith('#label') && q.subject.value.startsWith('urn:demarche:actor:'))
        .map((q) => [decodeURIComponent(q.subject.value.slice('urn:demarche:actor:'.length)), q.object.value]),
    ),
  }),
);
