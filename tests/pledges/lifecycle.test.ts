import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { policy } from "~/access/policy";
import { PledgeState, RevisionState } from "~/platform/db/generated/enums";
import { languages } from "~/platform/i18n/languages";
import { openStates, pledgeLife, revisionLife } from "~/pledges/lifecycle";

// R1, written out a second time: what leads where. Every cell that is not here is refused.
const revisionMoves: Record<string, string[]> = {
  "draft > ready": ["ask_sign_off"],
  "draft > submitted": ["submit"],
  "draft > in_review": ["record"],
  "ready > draft": ["back_to_draft"],
  "ready > submitted": ["submit"],
  "submitted > in_review": ["start_review"],
  "submitted > withdrawn": ["withdraw"],
  "in_review > changes_requested": ["request_changes"],
  "in_review > recommended": ["recommend"],
  "in_review > withdrawn": ["withdraw"],
  "changes_requested > submitted": ["resubmit"],
  "changes_requested > withdrawn": ["withdraw"],
  "recommended > cleared": ["clear"],
  "recommended > declined": ["decline"],
  "recommended > changes_requested": ["request_changes"],
  "recommended > in_review": ["send_back"],
  "recommended > withdrawn": ["withdraw"],
  "cleared > in_review": ["review_again"],
  "cleared > published": ["publish"],
  "cleared > withdrawn": ["withdraw"],
  "declined > in_review": ["appeal"],
  "published > superseded": ["supersede"],
};
const pledgeMoves: Record<string, string[]> = {
  "unpublished > published": ["publish"],
  "published > completed": ["complete"],
  "published > discontinued": ["discontinue"],
  "published > suspended": ["suspend"],
  "published > withdrawn": ["withdraw"],
  "completed > published": ["reopen"],
  "completed > suspended": ["suspend"],
  "discontinued > suspended": ["suspend"],
  "suspended > before_suspension": ["restore"],
  "suspended > removed": ["remove"],
  "suspended > withdrawn": ["withdraw"],
};

type Table = Record<string, { from: readonly string[]; to: string; permission: string; event: string }>;
const lives: [string, Table, string[], Record<string, string[]>][] = [
  ["revision", revisionLife, Object.values(RevisionState), revisionMoves],
  ["pledge", pledgeLife, Object.values(PledgeState), pledgeMoves],
];

describe.each(lives)("the life of a %s (R1)", (name, table, states, expected) => {
  test("every cell of state and move leads where the rules say, or nowhere", () => {
    const found: Record<string, string[]> = {};
    for (const state of states)
      for (const [move, row] of Object.entries(table))
        if (row.from.includes(state)) found[`${state} > ${row.to}`] = [...(found[`${state} > ${row.to}`] ?? []), move];
    expect(found).toEqual(expected);
  });

  test("it speaks of no state that the database does not know, and of every one that it knows", () => {
    const named = new Set(Object.values(table).flatMap((row) => [...row.from, row.to]));
    named.delete("before_suspension");
    expect([...named].sort()).toEqual([...states].sort());
  });

  test("every move is allowed to somebody by the policy and leaves an entry", () => {
    for (const row of Object.values(table)) {
      expect(Object.keys(policy)).toContain(row.permission);
      expect(row.event).toMatch(/^pledge\.[a-z_]+$/);
    }
  });

  test.each(languages)("states and moves have words in %s", (lang) => {
    const words = JSON.parse(readFileSync(`locales/${lang}/pledges.json`, "utf8"));
    expect(Object.keys(words[`${name}_state`]).sort()).toEqual([...states].sort());
    for (const move of Object.keys(table)) expect(words.move[move], `move.${move}`).toBeTruthy();
  });
});

test("the words know no move that neither life has", () => {
  const words = JSON.parse(readFileSync("locales/en/pledges.json", "utf8"));
  const moves = new Set([...Object.keys(revisionLife), ...Object.keys(pledgeLife)]);
  expect(Object.keys(words.move).sort()).toEqual([...moves].sort());
});

test("the states that count as open are those that the database allows once per pledge", () => {
  const rules = readFileSync("prisma/migrations/20261122000100_rules/migration.sql", "utf8");
  const index = /pledge_revisions_one_open[^;]*state IN \(([^)]*)\)/.exec(rules)?.[1] ?? "";
  expect(index.split(",").map((one) => one.trim().replaceAll("'", ""))).toEqual([...openStates]);
});
