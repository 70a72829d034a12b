PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE documents (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  hash        TEXT NOT NULL,
  title       TEXT,
  date        TEXT,
  url         TEXT,
  publication TEXT,
  language    TEXT,
  fingerprint INTEGER NOT NULL
);
INSERT INTO documents VALUES(1,'cf0c973c5167ded6','a46ce39e8b0e198a','Clinton calls Ankara','2010-05-14','https://example.org/a','The Meridian Wire',NULL,-8675135945292179622);
CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  text     TEXT NOT NULL
);
INSERT INTO texts VALUES(1,replace('Secretary of State Hillary Clinton called Turkish Foreign Minister Ahmet Davutoğlu on Thursday about Iran. She will visit Brazil next week.\n','\n',char(10)));
CREATE TABLE sentences (
  key      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  text     TEXT NOT NULL
);
INSERT INTO sentences VALUES(1,1,0,0,106,'Secretary of State Hillary Clinton called Turkish Foreign Minister Ahmet Davutoğlu on Thursday about Iran.');
INSERT INTO sentences VALUES(2,1,1,107,139,'She will visit Brazil next week.');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','sentences_fts','sentences_fts',0,'CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content = ''sentences'', content_rowid = ''key'', tokenize = ''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'sentences_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO sentences_fts_data VALUES(1,X'0215');
INSERT INTO sentences_fts_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO sentences_fts_data VALUES(137438953473,X'000000a5063061626f757401020f0204686d657401020b010663616c6c656401020702066c696e746f6e010206010964617675746f676c7501020c0107666f726569676e010209010768696c6c61727901020501046972616e01021001086d696e697374657201020a01026f6601020302016e01020d01097365637265746172790102020204746174650102040108746875727364617901020e020675726b697368010208040a090b0b0e0c0c090d07060e090d');
INSERT INTO sentences_fts_data VALUES(274877906945,X'0000003b07306272617a696c02020501046e65787402020601037368650202020105766973697402020401047765656b0202070203696c6c020203040b09080a09');
CREATE TABLE IF NOT EXISTS 'sentences_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO sentences_fts_idx VALUES(1,X'',2);
INSERT INTO sentences_fts_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'sentences_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO sentences_fts_docsize VALUES(1,X'0f');
INSERT INTO sentences_fts_docsize VALUES(2,X'06');
CREATE TABLE IF NOT EXISTS 'sentences_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO sentences_fts_config VALUES('version',4);
CREATE TABLE mentions (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  sentence   INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  date       TEXT,
  enddate    TEXT,
  precision  TEXT,
  event      TEXT,
  mode       TEXT,
  action     TEXT,
  reciprocal INTEGER NOT NULL,
  status     TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule       TEXT,
  record     TEXT NOT NULL
);
INSERT INTO mentions VALUES(1,'40ecb37ae6422e70',1,1,'2010-05-13',NULL,'day','CONSULT','phone','call',1,'actual',0.9000000000000000222,'CONSULT.call','{"id":"40ecb37ae6422e70","doc":"cf0c973c5167ded6","date":"2010-05-13","date_text":"Thursday","date_precision":"day","actor":[{"identifier_text":"Hillary Clinton","identifier_id":"Q6294","actor_id":"p.hillary-clinton","code":"USA","sector":"GOV","office":"Secretary of State","entity_text":"Hillary Clinton","start":19,"end":34,"kind":"person"}],"recipient":[{"identifier_text":"Ahmet Davutoglu","actor_id":"p.ahmet-davutoglu","code":"TUR","sector":"GOV","office":"Foreign Minister","entity_text":"Ahmet Davutoğlu","start":67,"end":82,"kind":"person"}],"event":["CONSULT"],"mode":"phone","action":"call","reciprocal":true,"status":"actual","topic":["Iran"],"context":["diplomatic"],"event_text":"called","event_start":35,"event_end":41,"text_info":{"sequence":0,"start":0,"end":106},"quad_code":1,"event_scale":1.5,"confidence":0.9,"rule":"CONSULT.call"}');
INSERT INTO mentions VALUES(2,'6e0d40ef8d8b9504',1,2,'2010-05-17','2010-05-23','week','CONSULT','visit','visit',0,'planned',0.81000000000000005329,'CONSULT.visit','{"id":"6e0d40ef8d8b9504","doc":"cf0c973c5167ded6","date":"2010-05-17","enddate":"2010-05-23","date_text":"next week","date_precision":"week","actor":[{"identifier_text":"Hillary Clinton","identifier_id":"Q6294","actor_id":"p.hillary-clinton","code":"USA","sector":"GOV","office":"Secretary of State","entity_text":"She","start":107,"end":110,"kind":"person"}],"recipient":[{"identifier_text":"Brazil","identifier_id":"Q155","actor_id":"BRA","code":"BRA","sector":"GOV","entity_text":"Brazil","start":122,"end":128,"kind":"state"}],"event":["CONSULT"],"mode":"visit","action":"visit","reciprocal":false,"status":"planned","event_text":"visit","event_start":116,"event_end":121,"text_info":{"sequence":1,"start":107,"end":139},"quad_code":1,"event_scale":4.0,"confidence":0.81,"rule":"CONSULT.visit"}');
CREATE TABLE actors (
  key    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  code   TEXT,
  sector TEXT,
  qid    TEXT
);
INSERT INTO actors VALUES(1,'BRA','Brazil','state','BRA','GOV','Q155');
INSERT INTO actors VALUES(2,'p.ahmet-davutoglu','Ahmet Davutoglu','person','TUR','GOV',NULL);
INSERT INTO actors VALUES(3,'p.hillary-clinton','Hillary Clinton','person','USA','GOV','Q6294');
CREATE TABLE offices (
  actor  INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  rank   INTEGER NOT NULL,
  office TEXT NOT NULL,
  PRIMARY KEY (actor, rank)
) WITHOUT ROWID;
INSERT INTO offices VALUES(2,1,'Foreign Minister');
INSERT INTO offices VALUES(3,1,'Secretary of State');
CREATE TABLE aliases (
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  alias TEXT NOT NULL,
  PRIMARY KEY (actor, alias)
) WITHOUT ROWID;
INSERT INTO aliases VALUES(2,'Ahmet Davutoğlu');
CREATE TABLE interactions (
  key         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  event       TEXT,
  mode        TEXT,
  action      TEXT,
  reciprocal  INTEGER NOT NULL,
  status      TEXT NOT NULL,
  date        TEXT,
  enddate     TEXT,
  precision   TEXT,
  place       TEXT,
  part_of     TEXT,
  reports     INTEGER NOT NULL,
  independent INTEGER NOT NULL,
  confidence  REAL NOT NULL,
  event_scale REAL NOT NULL,
  quad_code   INTEGER NOT NULL
);
INSERT INTO interactions VALUES(1,'i.9a2e3e2f6c1fea3d','CONSULT','visit','visit',0,'planned','2010-05-17','2010-05-23','week',NULL,NULL,1,1,0.81000000000000005329,4.0,1);
INSERT INTO interactions VALUES(2,'i.a530c5c72283aa8f','CONSULT','phone','call',1,'actual','2010-05-13',NULL,'day',NULL,NULL,1,1,0.9000000000000000222,1.5,1);
CREATE TABLE participants (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  role        TEXT NOT NULL,
  actor       INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  PRIMARY KEY (interaction, role, actor)
) WITHOUT ROWID;
INSERT INTO participants VALUES(1,'recipient',1);
INSERT INTO participants VALUES(2,'recipient',2);
INSERT INTO participants VALUES(1,'actor',3);
INSERT INTO participants VALUES(2,'actor',3);
CREATE TABLE evidence (
  mention     INTEGER PRIMARY KEY REFERENCES mentions ON DELETE CASCADE,
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE
);
INSERT INTO evidence VALUES(1,2);
INSERT INTO evidence VALUES(2,1);
CREATE TABLE history (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  step        INTEGER NOT NULL,
  status      TEXT NOT NULL,
  said        TEXT,
  mention     INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE,
  PRIMARY KEY (interaction, step)
) WITHOUT ROWID;
INSERT INTO history VALUES(1,1,'planned','2010-05-14',2);
INSERT INTO history VALUES(2,1,'actual','2010-05-14',1);
CREATE TABLE topics (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  rank        INTEGER NOT NULL,
  topic       TEXT NOT NULL,
  PRIMARY KEY (interaction, rank)
) WITHOUT ROWID;
INSERT INTO topics VALUES(2,1,'Iran');
CREATE TABLE contexts (
  interaction INTEGER NOT NULL REFERENCES interactions ON DELETE CASCADE,
  context     TEXT NOT NULL,
  PRIMARY KEY (interaction, context)
) WITHOUT ROWID;
INSERT INTO contexts VALUES(2,'diplomatic');
CREATE TABLE state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES('merged','1');
CREATE INDEX sentences_document ON sentences (document);
CREATE TRIGGER sentences_inserted AFTER INSERT ON sentences BEGIN
  INSERT INTO sentences_fts (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER sentences_deleted AFTER DELETE ON sentences BEGIN
  INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.key, old.text);
END;
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_sentence ON mentions (sentence);
CREATE INDEX participants_actor ON participants (actor);
CREATE INDEX evidence_interaction ON evidence (interaction);
CREATE INDEX history_mention ON history (mention);
CREATE INDEX interactions_date ON interactions (date);
CREATE VIEW v_interactions AS
SELECT i.id, i.date, i.enddate, i.status, i.event, i.action,
       (SELECT group_concat(a.name, ', ') FROM participants p JOIN actors a ON a.key = p.actor
        WHERE p.interaction = i.key AND p.role = 'actor') AS actors,
       (SELECT group_concat(a.name, ', ') FROM participants p JOIN actors a ON a.key = p.actor
        WHERE p.interaction = i.key AND p.role = 'recipient') AS recipients,
       (SELECT group_concat(t.topic, ', ') FROM topics t WHERE t.interaction = i.key) AS topics,
       i.place, i.reports, i.independent, i.confidence
FROM interactions i;
CREATE VIEW v_ties AS
SELECT a.name AS one, b.name AS other, count(DISTINCT p.interaction) AS interactions,
       min(i.date) AS first, max(coalesce(i.enddate, i.date)) AS last
FROM participants p
JOIN participants q ON q.interaction = p.interaction AND p.actor < q.actor
JOIN actors a ON a.key = p.actor
JOIN actors b ON b.key = q.actor
JOIN interactions i ON i.key = p.interaction
WHERE p.role <> q.role
   OR NOT EXISTS (SELECT 1 FROM participants r WHERE r.interaction = p.interaction AND r.role <> p.role)
GROUP BY p.actor, q.actor;
PRAGMA writable_schema=OFF;
COMMIT;
