-- A database as the second version left it, with some of everything. Never change it: it stands for what people have.
CREATE TABLE "schema_version" (
  "version" integer not null);
CREATE TABLE "records" (
  "id" text not null primary key,
  "kind" text not null,
  "guild" text,
  "channel" text not null,
  "asker" text not null,
  "is_private" integer not null,
  "shown_at" bigint not null,
  "result" text not null,
  "outcome" text,
  "total_ms" double precision);
CREATE INDEX "records_by_channel" on "records" ("channel", "kind", "shown_at", "id");
CREATE INDEX "records_by_time" on "records" ("shown_at");
CREATE TABLE "placements" (
  "message" text not null primary key,
  "record" text not null references "records" ("id") on delete cascade);
CREATE INDEX "placements_by_record" on "placements" ("record");
CREATE TABLE "votes" (
  "record" text not null references "records" ("id") on delete cascade,
  "member" text not null,
  "vote" text not null,
  "at" bigint not null,
  constraint "votes_key" primary key ("record", "member"));
CREATE TABLE "disputes" (
  "record" text not null references "records" ("id") on delete cascade,
  "number" integer not null,
  "member" text not null,
  "text" text not null,
  "at" bigint not null,
  "item" integer,
  constraint "disputes_key" primary key ("record", "number"));
CREATE TABLE "facts" (
  "key" text not null primary key,
  "value" text not null);
CREATE INDEX "records_by_guild" on "records" ("guild", "kind", "is_private", "shown_at", "id", "outcome");
CREATE INDEX "records_by_duration" on "records" ("guild", "kind", "total_ms", "shown_at");
CREATE INDEX "records_by_asker" on "records" ("asker", "shown_at", "id");
CREATE TABLE "citations" (
  "record" text not null references "records" ("id") on delete cascade,
  "document" text not null,
  "guild" text,
  "shown_at" bigint not null,
  constraint "citations_key" primary key ("record", "document"));
CREATE INDEX "citations_by_document" on "citations" ("document", "shown_at", "record");
CREATE INDEX "citations_by_guild" on "citations" ("document", "guild", "shown_at", "record");
CREATE INDEX "votes_by_member" on "votes" ("member", "at", "record");
CREATE INDEX "disputes_by_member" on "disputes" ("member", "at", "record", "number");
CREATE INDEX "disputes_by_item" on "disputes" ("item");
CREATE TABLE "counters" (
  "kind" text not null primary key,
  "last" bigint not null);
CREATE TABLE "reviews" (
  "number" bigint not null primary key,
  "guild" text not null,
  "kind" text not null,
  "record" text not null,
  "member" text,
  "text" text not null,
  "at" bigint not null,
  "state" text not null,
  "settled_at" bigint);
CREATE INDEX "reviews_by_state" on "reviews" ("guild", "state", "number");
CREATE INDEX "reviews_by_record" on "reviews" ("record", "kind");
CREATE INDEX "reviews_by_member" on "reviews" ("member", "at", "record", "number");
CREATE INDEX "reviews_by_settling" on "reviews" ("settled_at");
CREATE TABLE "golden" (
  "number" bigint not null primary key,
  "guild" text not null,
  "question" text not null,
  "document" text not null,
  "quote" text not null,
  "at" bigint not null);
CREATE INDEX "golden_by_guild" on "golden" ("guild", "number");
CREATE TABLE "errata" (
  "number" bigint not null primary key,
  "guild" text not null,
  "document" text not null,
  "quote" text not null,
  "text" text not null,
  "at" bigint not null);
CREATE INDEX "errata_by_document" on "errata" ("guild", "document");
CREATE TABLE "quality" (
  "guild" text not null,
  "generation" text not null,
  "number" bigint not null,
  "at" bigint not null,
  "questions" integer not null,
  "cited" double precision,
  "falsely_declined" double precision,
  "declined" double precision,
  "disputes_mended" double precision,
  constraint "quality_key" primary key ("guild", "generation"));
CREATE INDEX "quality_by_guild" on "quality" ("guild", "at", "number");
CREATE INDEX "quality_by_time" on "quality" ("at");
CREATE TABLE "settings" (
  "guild" text not null,
  "channel" text not null,
  "key" text not null,
  "value" text not null,
  constraint "settings_key" primary key ("guild", "channel", "key"));
CREATE TABLE "audit" (
  "number" bigint not null primary key,
  "guild" text not null,
  "actor" text not null,
  "at" bigint not null,
  "act" text not null,
  "subject" text,
  "before" text,
  "after" text);
CREATE INDEX "audit_by_guild" on "audit" ("guild", "number");
CREATE INDEX "audit_by_actor" on "audit" ("actor", "guild", "number");
CREATE INDEX "audit_of_actor" on "audit" ("actor", "number");
CREATE INDEX "audit_by_time" on "audit" ("at");
CREATE TABLE "uses" (
  "guild" text not null,
  "channel" text not null,
  "member" text not null,
  "at" bigint not null,
  "number" integer not null,
  constraint "uses_key" primary key ("member", "guild", "at", "channel", "number"));
CREATE INDEX "uses_by_channel" on "uses" ("guild", "channel", "at");
CREATE INDEX "uses_by_guild" on "uses" ("guild", "at");
CREATE INDEX "uses_of_member" on "uses" ("member", "at");
CREATE INDEX "uses_by_time" on "uses" ("at");
CREATE TABLE "staged" (
  "number" bigint not null primary key,
  "collection" text not null,
  "document" text not null,
  "version" text not null,
  "kind" text not null,
  "by" text not null,
  "at" bigint not null,
  "metadata" text,
  "source" text,
  "length" bigint,
  constraint "staged_by_document" unique ("collection", "document"));
CREATE INDEX "staged_by_number" on "staged" ("collection", "number");
CREATE INDEX "staged_by_version" on "staged" ("collection", "version");
CREATE TABLE "staged_texts" (
  "change" bigint not null primary key references "staged" ("number") on delete cascade,
  "text" text not null,
  "hidden" text not null);
CREATE TABLE "publications" (
  "collection" text not null primary key,
  "number" bigint not null,
  "live_before" text,
  "versions" text not null,
  "guild" text not null,
  "actor" text not null,
  "at" bigint not null,
  "act" text not null,
  "subject" text,
  "before" text);
CREATE INDEX "publications_by_number" on "publications" ("number");
CREATE TABLE "corrections" (
  "collection" text not null primary key,
  "number" bigint not null,
  "generation" text not null,
  "documents" text not null);
CREATE INDEX "corrections_by_number" on "corrections" ("number");
INSERT INTO schema_version VALUES (2);
INSERT INTO records VALUES ('K3fq0Zp81LmN', 'answer', NULL, '1100000000000000001', '1100000000000000002', 1, 1764000000123, '{"kind":"answer","question":"And where?","answer":{"question":"Where was it agreed?","outcome":"answered","mode":"extractive","reason":null,"confidence":0.9,"sentences":[{"text":"It was agreed in Geneva.","citations":[1],"attribution":null}],"citations":[{"n":1,"document":"made-up","title":"A document","publisher":null,"date":"2016-09","url":null,"paragraph":9,"start":1000,"end":1024,"quote":"It was agreed in Geneva.","highlight":[1017,1023]}],"missing":null,"suggestion":null,"nearest":[],"asOf":"2016-09","generation":"made-up","timings":{"embedMs":0,"retrieveMs":0,"answerMs":0,"totalMs":0}}}', 'answered', 0);
INSERT INTO records VALUES ('Q7aa1Zp81LmN', 'answer', '1100000000000000005', '1100000000000000006', '1100000000000000002', 0, 1764000003000, '{"kind":"answer","question":"And where?","answer":{"question":"Where was it agreed?","outcome":"answered","mode":"extractive","reason":null,"confidence":0.9,"sentences":[{"text":"It was agreed in Geneva.","citations":[1],"attribution":null}],"citations":[{"n":1,"document":"made-up","title":"A document","publisher":null,"date":"2016-09","url":null,"paragraph":9,"start":1000,"end":1024,"quote":"It was agreed in Geneva.","highlight":[1017,1023]}],"missing":null,"suggestion":null,"nearest":[],"asOf":"2016-09","generation":"made-up","timings":{"embedMs":0,"retrieveMs":0,"answerMs":0,"totalMs":0},"disagreements":[]}}', 'answered', 0);
INSERT INTO placements VALUES ('1100000000000000003', 'K3fq0Zp81LmN');
INSERT INTO placements VALUES ('1100000000000000007', 'Q7aa1Zp81LmN');
INSERT INTO votes VALUES ('K3fq0Zp81LmN', '1100000000000000002', 'up', 1764000001000);
INSERT INTO votes VALUES ('Q7aa1Zp81LmN', '1100000000000000002', 'down', 1764000004000);
INSERT INTO disputes VALUES ('K3fq0Zp81LmN', 1, '1100000000000000002', 'It was Paris.', 1764000002000, NULL);
INSERT INTO disputes VALUES ('Q7aa1Zp81LmN', 1, '1100000000000000002', 'It was Vienna.', 1764000005000, 2);
INSERT INTO facts VALUES ('commands', 'abc');
INSERT INTO citations VALUES ('K3fq0Zp81LmN', 'made-up', NULL, 1764000000123);
INSERT INTO citations VALUES ('Q7aa1Zp81LmN', 'made-up', '1100000000000000005', 1764000003000);
INSERT INTO counters VALUES ('review', 2);
INSERT INTO counters VALUES ('audit', 3);
INSERT INTO counters VALUES ('golden', 1);
INSERT INTO counters VALUES ('erratum', 1);
INSERT INTO counters VALUES ('staged', 1);
INSERT INTO counters VALUES ('publication', 1);
INSERT INTO counters VALUES ('correction', 1);
INSERT INTO counters VALUES ('quality', 1);
INSERT INTO reviews VALUES (1, '1100000000000000005', 'vote', 'Q7aa1Zp81LmN', NULL, '', 1764000004000, 'accepted', 1764000006000);
INSERT INTO reviews VALUES (2, '1100000000000000005', 'dispute', 'Q7aa1Zp81LmN', '1100000000000000002', 'It was Vienna.', 1764000005000, 'open', NULL);
INSERT INTO golden VALUES (1, '1100000000000000005', 'Where was it agreed?', 'made-up', 'It was agreed in Geneva.', 1764000006000);
INSERT INTO errata VALUES (1, '1100000000000000005', 'made-up', 'It was agreed in Geneva.', 'It was.', 1764000006000);
INSERT INTO quality VALUES ('', 'g1', 1, 1764000008000, 4, 0.75, 0, NULL, NULL);
INSERT INTO settings VALUES ('1100000000000000005', '', 'language', '"en"');
INSERT INTO audit VALUES (1, '1100000000000000005', '1100000000000000004', 1764000006000, 'review accept', '1', NULL, NULL);
INSERT INTO audit VALUES (2, '1100000000000000005', '1100000000000000004', 1764000009000, 'settings', 'language', 'none', 'en');
INSERT INTO audit VALUES (3, '1100000000000000005', '1100000000000000004', 1764000009000, 'corpus add', 'server:treaty', NULL, NULL);
INSERT INTO uses VALUES ('1100000000000000005', '1100000000000000006', '1100000000000000002', 1764000003000, 1);
INSERT INTO uses VALUES ('', '1100000000000000001', '1100000000000000002', 1764000000123, 1);
INSERT INTO staged VALUES (1, 'guild-1100000000000000005', 'server:treaty', 'v1', 'put', '1100000000000000004', 1764000007000, '{"title":"The treaty","titleIsDescriptive":true,"publisher":null,"author":null,"date":"2016-09","licence":null,"url":null}', '{"path":"treaty.txt","bytes":20,"modifiedMs":1764000000000,"sha256":"ab"}', 20);
INSERT INTO staged_texts VALUES (1, 'The parties agreed.' || char(10), '[]');
INSERT INTO publications VALUES ('guild-1100000000000000005', 1, 'g1', '["v1"]', '1100000000000000005', '1100000000000000004', 1764000009000, 'reindex run', NULL, 'g1');
INSERT INTO corrections VALUES ('shared', 1, 'g2', '["made-up"]');
