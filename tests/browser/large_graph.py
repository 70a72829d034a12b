"""python3 large_graph.py ACTORS INTERACTIONS: writes a made-up graph as node-link JSON, the same each time, for `demarche
explore`. As in real ones, few actors have most of the interactions, and a country's actors stand together."""
import json
import random
import sys

COUNTRIES = "USA RUS CHN TUR IRN BRA FRA DEU GBR IND PAK UKR ISR SAU EGY JPN KOR PRK MEX COL ARG ZAF NGA ETH KEN AUS IDN VNM POL SWE".split()
GIVEN = "Ada Ben Cleo Dan Eva Finn Gia Hal Ida Jon Kim Leo Mia Ned Ola Pia Quin Rae Sam Tia Uma Vic Wes Xia Yan Zoe".split()
FAMILY = "Abara Brandt Castro Dube Ekwall Faris Gallo Haddad Ivanov Juarez Kaya Lund Moreau Novak Okafor Petrov Quist Rossi Sato Tanaka Unger Vargas Weber Yilmaz Zhou".split()
ACTIONS = [("CONSULT", "meet", 1), ("CONSULT", "call", 1), ("CONSULT", "visit", 1), ("SUPPORT", "praise", 1),
           ("AGREE", "sign", 1), ("COOPERATE", "exercise", 2), ("AID", "aid", 2), ("REQUEST", "urge", 3), ("ACCUSE", "blame", 3),
           ("REJECT", "refuse", 3), ("THREATEN", "threaten", 3), ("SANCTION", "sanction", 4), ("COERCE", "expel", 4)]
TOPICS = "trade,grain,missiles,borders,ceasefire,prisoners,climate,water,gas,elections,sanctions,aid".split(",")
STATUS = ["actual"] * 7 + ["planned", "possible", "denied"]
KIND = ["person"] * 7 + ["government", "organisation", "group"]


def main(actors, interactions):
    dice = random.Random(7)
    nodes = [{"id": code, "name": code.title() + "land", "kind": "state", "code": code} for code in COUNTRIES]
    while len(nodes) < actors:
        i = len(nodes)
        nodes.append({"id": "x.%05d" % i, "name": "%s %s %d" % (dice.choice(GIVEN), dice.choice(FAMILY), i),
                      "kind": dice.choice(KIND), "code": dice.choice(COUNTRIES), "offices": ["Minister"]})
    home = {}
    for i, node in enumerate(nodes):
        home.setdefault(node["code"], []).append(i)

    def pick():
        return int(len(nodes) * dice.random() ** 3)

    deeds, mentions, sources = [], [], []
    for i in range(interactions // 4 + 1):
        sources.append({"id": "d%05d" % i, "title": "Report %d" % i, "url": "https://example.org/%d" % i,
                        "publication": "The Test Wire", "language": "en", "date": day(dice)})
    for i in range(interactions):
        a = pick()
        b = dice.choice(home[nodes[a]["code"]]) if dice.random() < 0.4 else pick()
        if a == b:
            b = (a + 1) % len(nodes)
        event, action, quad = dice.choice(ACTIONS)
        source = sources[i // 4]
        status = dice.choice(STATUS)
        text = "%s chose to %s %s over %s, officials said." % (nodes[a]["name"], action, nodes[b]["name"], dice.choice(TOPICS))
        at = text.index(" " + action + " ") + 1
        who = [{"identifier_text": nodes[n]["name"], "actor_id": nodes[n]["id"], "code": nodes[n]["code"], "kind": nodes[n]["kind"],
                "entity_text": nodes[n]["name"], "start": text.index(nodes[n]["name"]),
                "end": text.index(nodes[n]["name"]) + len(nodes[n]["name"])} for n in (a, b)]
        mentions.append({"id": "m%06d" % i, "doc": source["id"], "date": source["date"], "date_precision": "day", "actor": who[:1],
                         "recipient": who[1:], "event": [event], "action": action, "reciprocal": False, "status": status,
                         "topic": [dice.choice(TOPICS)], "event_text": action, "event_start": at, "event_end": at + len(action),
                         "text": text, "text_info": {"sequence": 0, "start": 0, "end": len(text)}, "quad_code": quad,
                         "event_scale": 0.0, "confidence": round(0.5 + dice.random() / 2, 2), "rule": event + "." + action})
        deeds.append({"id": "i%06d" % i, "event": event, "action": action, "reciprocal": False, "status": status,
                      "date": source["date"], "date_precision": "day", "actor": [nodes[a]["id"]], "recipient": [nodes[b]["id"]],
                      "topic": mentions[-1]["topic"], "mentions": ["m%06d" % i], "reports": 1, "independent": 1,
                      "confidence": mentions[-1]["confidence"], "event_scale": 0.0, "quad_code": quad,
                      "history": [{"status": status, "said": source["date"], "mention": "m%06d" % i}]})
    nodes.sort(key=lambda node: node["id"])
    json.dump({"directed": True, "multigraph": True, "graph": {"demarche": "0.1.0", "format": 1, "actors": len(nodes),
               "interactions": len(deeds), "mentions": len(mentions), "sources": len(sources)},
               "nodes": nodes, "edges": [], "interactions": deeds, "mentions": mentions, "sources": sources}, sys.stdout)


def day(dice):
    return "20%02d-%02d-%02d" % (dice.randint(10, 25), dice.randint(1, 12), dice.randint(1, 28))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
