-- A database as the first version left it, with one of everything. Never change it: it stands for what people have.
CREATE TABLE "schema_version" ("version" integer not null);
CREATE TABLE "records" (
  "id" text not null primary key,
  "kind" text not null,
  "guild" text,
  "channel" text not null,
  "asker" text not null,
  "is_private" integer not null,
  "shown_at" bigint not null,
  "result" text not null);
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
  constraint "disputes_key" primary key ("record", "number"));
CREATE TABLE "facts" ("key" text not null primary key, "value" text not null);
INSERT INTO schema_version VALUES (1);
INSERT INTO records VALUES ('K3fq0Zp81LmN', 'answer', NULL, '1100000000000000001', '1100000000000000002', 1, 1764000000123,
  '{"kind":"answer","question":"And where?","answer":{"question":"Where was it agreed?","outcome":"answered","mode":"extractive","reason":null,"confidence":0.9,"sentences":[{"text":"It was agreed in Geneva.","citations":[1],"attribution":null}],"citations":[{"n":1,"document":"made-up","title":"A document","publisher":null,"date":"2016-09","url":null,"paragraph":9,"start":1000,"end":1024,"quote":"It was agreed in Geneva.","highlight":[1017,1023]}],"missing":null,"suggestion":null,"nearest":[],"asOf":"2016-09","generation":"made-up","timings":{"embedMs":0,"retrieveMs":0,"answerMs":0,"totalMs":0}}}');
INSERT INTO placements VALUES ('1100000000000000003', 'K3fq0Zp81LmN');
INSERT INTO votes VALUES ('K3fq0Zp81LmN', '1100000000000000002', 'up', 1764000001000);
INSERT INTO disputes VALUES ('K3fq0Zp81LmN', 1, '1100000000000000002', 'It was Paris.', 1764000002000);
INSERT INTO facts VALUES ('commands', 'abc');
