// node hostile_graph.mjs: writes a graph whose names, sentences and addresses try to become something else than text.
const names = [
  `<img src=x onerror="window.pwned=1">`,
  `</script><script>window.pwned=2</script>`,
  `<!-- <script> "quoted" & 'single'`,
  "line\u2028para\u2029next",
  "\u202Eevil\u202C \u2066x\u2069",
  "=HYPERLINK(\"http://evil.example\")",
  "👩🏽‍⚖️ 習近平 محمد",
  "x".repeat(400),
];
const entity = (i, text) => ({
  identifier_text: names[i], actor_id: `x.${i}`, code: "TUR", kind: "person", entity_text: names[i],
  start: Math.max(0, [...text.split(names[i])[0]].length), end: 0,
});
const interactions = [];
const mentions = [];
const sources = [];
for (let i = 0; i < names.length; i += 1) {
  const other = (i + 1) % names.length;
  const text = `${names[i]} called ${names[other]} <b>today</b> javascript:alert(1) </script>`;
  const at = [...names[i]].length + 1;
  sources.push({ id: `d${i}`, title: names[i], date: "2020-01-02", url: i % 2 ? `javascript:window.pwned=3` : `data:text/html,<script>1</script>`, publication: names[other] });
  mentions.push({ id: `m${i}`, doc: `d${i}`, date: "2020-01-01", date_precision: "day", actor: [entity(i, text)], recipient: [entity(other, text)],
                  event: ["CONSULT"], action: names[i], reciprocal: false, status: "actual", topic: [names[other]], event_text: "called",
                  event_start: at, event_end: at + 6, text, text_info: { sequence: 0, start: 0, end: [...text].length }, event_scale: 0, confidence: 0.9, rule: "x" });
  interactions.push({ id: `i${i}`, event: "CONSULT", action: names[i], reciprocal: false, status: "actual", date: "2020-01-01", date_precision: "day",
                      actor: [`x.${i}`], recipient: [`x.${other}`], topic: [names[other]], place: names[i], mentions: [`m${i}`], reports: 1, independent: 1,
                      confidence: 0.9, event_scale: 0, quad_code: 1, history: [{ status: "actual", said: "2020-01-02", mention: `m${i}` }] });
}
const nodes = names.map((name, i) => ({ id: `x.${i}`, name, kind: "person", code: "TUR", offices: [name], aliases: [name], qid: `Q1" onclick="x` }));
process.stdout.write(JSON.stringify({
  directed: true, multigraph: true, graph: { demarche: "0.1.0", format: 1, actors: nodes.length, interactions: interactions.length, mentions: mentions.length, sources: sources.length },
  nodes, edges: [], interactions, mentions, sources,
}));
