// What a page that `demarche serve` has sent can ask for. A page in a file never comes here.

export interface FoundActor {
  id: string;
  name: string;
  kind: string;
  country?: string;
  interactions: number;
}

async function get(path: string, query: Record<string, string>): Promise<any> {
  const answer = await fetch(`${path}?${new URLSearchParams(query)}`, { headers: { Accept: "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error ?? `the server answered ${answer.status}`);
  return body;
}

export async function findActors(words: string): Promise<FoundActor[]> {
  return (await get("/api/actors", { q: words, limit: "8" })).actors;
}

export interface Told {
  answers: string[];
  candidates?: string[];
  mentions: {
    date?: string; status: string; text: string; event_text?: string; title?: string; publication?: string; url?: string;
    published?: string; start: number; event_start: number;
  }[];
}

export async function ask(question: string): Promise<Told> {
  return get("/api/ask", { q: question });
}
