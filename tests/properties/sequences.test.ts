import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transition } from "~/access/lifecycle";
import { verifyTrail } from "~/audit/verify.server";
import { getCounted } from "~/compendium/totals/queries.server";
import { countedValue } from "~/counting/model";
import { organisationLife } from "~/organisations/lifecycle";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, Refused } from "~/platform/errors";
import { pledgeLife, revisionLife } from "~/pledges/lifecycle";
import { useDatabase } from "../support/database";
import { type CommandRow, commands, everyone, makeWorld, type Who, type World } from "../support/sequence-model";

useDatabase();

/** How many sequences: a few in every run, many where somebody measures (E26). */
const sequences = Number(process.env.SEQUENCES ?? 100);
const stepsInSequence = 24;

interface Step {
  name: string;
  who: Who;
  choice: number;
}

// What leads on is drawn more often, or most sequences would end where they began.
const onward = ["submit", "take", "examine", "decide"];
const names = [...Object.keys(commands), ...onward, ...onward, ...onward, ...onward];

const step: fc.Arbitrary<Step> = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.constant(name),
    // Mostly somebody who may; sometimes anyone at all.
    who: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(commands[name] as CommandRow).fits) },
      { weight: 1, arbitrary: fc.constantFrom(...everyone) },
    ),
    choice: fc.nat({ max: 1000 }),
  }),
);

type Life = Record<string, Transition<string>>;
const lives = { organisation: organisationLife as Life, pledge: pledgeLife as Life, revision: revisionLife as Life };
type Kind = keyof typeof lives;

/** Where things may stand after one command: a decision may clear, publish and supersede in one transaction. */
function reachable(kind: Kind, from: string): Set<string> {
  const found = new Set([from]);
  for (const state of found)
    for (const row of Object.values(lives[kind])) if (row.from.includes(state)) found.add(row.to);
  return found;
}

async function statesOf({ organisationIds }: World): Promise<Map<string, { kind: Kind; state: string }>> {
  const [organisations, pledges, revisions] = await Promise.all([
    db().organisation.findMany({ where: { id: { in: organisationIds } }, select: { id: true, state: true } }),
    db().pledge.findMany({ where: { organisationId: { in: organisationIds } }, select: { id: true, state: true } }),
    db().revision.findMany({
      where: { pledge: { organisationId: { in: organisationIds } } },
      select: { id: true, state: true },
    }),
  ]);
  return new Map<string, { kind: Kind; state: string }>([
    ...organisations.map((one) => [one.id, { kind: "organisation" as const, state: one.state }] as const),
    ...pledges.map((one) => [one.id, { kind: "pledge" as const, state: one.state }] as const),
    ...revisions.map((one) => [one.id, { kind: "revision" as const, state: one.state }] as const),
  ]);
}

/** Events of the lifecycle tables that lead from one state into another, so that a change without its entry is found. */
const eventsInto = (kind: Kind, to: string) =>
  Object.values(lives[kind])
    .filter((row) => row.to === to)
    .map((row) => row.event);

const headOf = async () => (await db().auditHead.findUniqueOrThrow({ where: { id: 1 } })).seq;

async function tryOne(world: World, { name, who, choice }: Step): Promise<boolean> {
  const row = commands[name] as CommandRow;
  const before = await statesOf(world);
  const head = await headOf();
  let accepted = true;
  try {
    accepted = (await row.run({ actor: world.people[who], world, choice })) !== false;
  } catch (error) {
    if (![Refused, Conflict, Invalid, NotFound].some((kind) => error instanceof kind)) throw error;
    accepted = false;
  }
  const entries = await db().auditEvent.findMany({ where: { seq: { gt: head } }, orderBy: { seq: "asc" } });
  const written = entries.map(({ event }) => event);
  if (accepted && !row.silent) expect(written, `${name} left an entry`).not.toEqual([]);
  for (const [id, { kind, state }] of await statesOf(world)) {
    const earlier = before.get(id)?.state;
    if (earlier === undefined || earlier === state) continue;
    expect([...reachable(kind, earlier)], `${name}: ${kind} from ${earlier}`).toContain(state);
    const known = eventsInto(kind, state);
    expect(
      written.some((event) => known.includes(event)),
      `${name} recorded how a ${kind} became ${state}: ${written}`,
    ).toBe(true);
  }
  return accepted;
}

/** What stands in totals is exactly what public pledges of cleared organisations state; invited parts add nothing (R20, R27). */
async function expectCounted({ organisationIds }: World): Promise<void> {
  const standing = await db().pledge.findMany({
    where: { organisationId: { in: organisationIds }, state: { in: ["published", "completed"] } },
    include: { revisions: { where: { state: "published" } }, organisation: true },
  });
  const own = new Map(standing.map(({ reference, revisions }) => [reference, revisions[0]?.usdMinor ?? null]));
  const counted = (await getCounted()).filter((one) =>
    one.parts.some(({ organisationId }) => organisationIds.includes(organisationId)),
  );
  expect(counted.map(({ reference }) => reference).sort()).toEqual([...own.keys()].sort());
  for (const one of counted) expect(countedValue(one), one.reference).toBe(own.get(one.reference));
  expect(standing.every(({ organisation }) => organisation.state === "cleared")).toBe(true);
}

/** Every revision on its way names a partner that has not confirmed. */
async function inviteEverywhere({ organisationIds }: World): Promise<void> {
  const bare = await db().revision.findMany({
    where: { pledge: { organisationId: { in: organisationIds } }, coPledgers: { none: {} } },
    select: { id: true },
  });
  await db().coPledger.createMany({
    data: bare.map(({ id }) => ({
      revisionId: id,
      name: "Invited Partner",
      amountMinor: 900_000_000n,
      currency: "USD",
      usdMinor: 900_000_000n,
    })),
  });
}

test(
  `${sequences} random sequences of commands keep to the tables, lose no entry and count nothing unconfirmed`,
  async () => {
    const taken = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: stepsInSequence, size: "max" }), async (steps) => {
        const world = await makeWorld();
        await tryOne(world, { name: "draft", who: "lead", choice: 0 });
        for (const one of steps) {
          if (await tryOne(world, one)) taken.add(one.name);
          await inviteEverywhere(world);
        }
        await expectCounted(world);
      }),
      { numRuns: sequences, endOnFailure: sequences > 1000 },
    );
    const { fault } = await verifyTrail(join(tmpdir(), "no-anchor-of-sequences"));
    expect(fault).toBeUndefined();
    // A sequence that never gets anywhere would prove nothing.
    expect([...taken]).toEqual(expect.arrayContaining(["draft", "submit", "take", "examine", "decide"]));
  },
  Math.max(600_000, sequences * 3_000),
);
