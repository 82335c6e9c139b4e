import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { policy } from "~/access/policy";
import { ReportState, RequestState } from "~/platform/db/generated/enums";
import { languages } from "~/platform/i18n/languages";
import { reportLife, requestLife } from "~/progress/lifecycle";

// Written out a second time: what leads where. Every cell that is not here is refused.
const reportMoves: Record<string, string[]> = {
  "draft > ready": ["ask_sign_off"],
  "draft > submitted": ["submit"],
  "ready > draft": ["back_to_draft"],
  "ready > submitted": ["submit"],
  "submitted > in_check": ["take"],
  "submitted > withdrawn": ["withdraw"],
  "in_check > questions": ["ask"],
  "in_check > agreed": ["agree"],
  "in_check > accepted": ["accept"],
  "in_check > withdrawn": ["withdraw"],
  "questions > in_check": ["resubmit"],
  "questions > withdrawn": ["withdraw"],
  "agreed > questions": ["ask"],
  "agreed > accepted": ["accept"],
  "agreed > withdrawn": ["withdraw"],
};
const requestMoves: Record<string, string[]> = {
  "open > answered": ["answer"],
  "open > skipped": ["skip"],
  "open > paused": ["pause"],
  "open > closed": ["close"],
  "paused > answered": ["answer"],
  "paused > skipped": ["skip"],
  "paused > open": ["resume"],
  "paused > closed": ["close"],
};

type Table = Record<string, { from: readonly string[]; to: string; permission: string; event: string }>;
const lives: [string, Table, string[], Record<string, string[]>][] = [
  ["report", reportLife, Object.values(ReportState), reportMoves],
  ["request", requestLife, Object.values(RequestState), requestMoves],
];

describe.each(lives)("the life of a %s", (name, table, states, expected) => {
  test("every cell of state and move leads where the rules say, or nowhere", () => {
    const found: Record<string, string[]> = {};
    for (const state of states)
      for (const [move, row] of Object.entries(table))
        if (row.from.includes(state)) found[`${state} > ${row.to}`] = [...(found[`${state} > ${row.to}`] ?? []), move];
    expect(found).toEqual(expected);
  });

  test("it speaks of exactly the states that the database knows", () => {
    const named = new Set(Object.values(table).flatMap((row) => [...row.from, row.to]));
    expect([...named].sort()).toEqual([...states].sort());
  });

  test("every move is allowed to somebody by the policy and leaves an entry", () => {
    for (const row of Object.values(table)) {
      expect(Object.keys(policy)).toContain(row.permission);
      expect(row.event).toMatch(/^report(_request)?\.[a-z_]+$/);
    }
  });

  test.each(languages)("states and moves have words in %s", (lang) => {
    const words = JSON.parse(readFileSync(`locales/${lang}/progress.json`, "utf8"));
    expect(Object.keys(words[`${name}_state`]).sort()).toEqual([...states].sort());
    expect(Object.keys(words[`${name}_move`]).sort()).toEqual(Object.keys(table).sort());
  });
});
