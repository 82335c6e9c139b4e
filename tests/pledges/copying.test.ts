import { describe, expect, test } from "vitest";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { createDraft } from "~/pledges/drafting/commands.server";
import { getCopyable } from "~/pledges/drafting/queries.server";
import { newPledgeSchema } from "~/pledges/drafting/schema";
import { useDatabase } from "../support/database";
import { completeSteps, makePledger, makeSubmitted, newestRevision } from "../support/pledges";

useDatabase();

describe("a pledge begun as a copy of an earlier one", () => {
  test("takes over words, places and measures, and nothing that would be promised twice", async () => {
    const { lead, author, organisation } = await makePledger();
    const { pledgeId, reference } = await makeSubmitted(lead);
    expect(await getCopyable(organisation.id)).toEqual([
      { value: pledgeId, label: `${reference} · ${completeSteps.what.title}` },
    ]);
    const input = { organisationId: organisation.id, language: "fr", copyOf: pledgeId };
    const copy = await newestRevision((await createDraft(author, input)).pledgeId);
    expect(copy).toMatchObject({
      state: "draft",
      number: 1,
      language: "en",
      title: completeSteps.what.title,
      amountMinor: null,
      startsOn: null,
      valueState: "none",
      consentAt: null,
      people: null,
      pledge: { reference: null },
      countries: [{ iso3: "TUV", basisOn: null }],
      indicators: [{ name: "People in reach of 4G", target: null, due: null }],
    });
    const original = await newestRevision(pledgeId);
    expect(copy.indicators[0]?.key).not.toBe(original.indicators[0]?.key);
  });

  test("another organisation's pledge cannot be copied, and nothing is begun", async () => {
    const { lead } = await makePledger();
    const { pledgeId } = await makeSubmitted(lead);
    const other = await makePledger();
    const input = { organisationId: other.organisation.id, language: "en", copyOf: pledgeId };
    await expect(createDraft(other.lead, input)).rejects.toThrow(NotFound);
    expect(await db().pledge.count({ where: { organisationId: other.organisation.id } })).toBe(0);
  });

  test("without a pledge to copy, the kind must be chosen", () => {
    expect(newPledgeSchema.safeParse({}).error?.issues).toMatchObject([{ path: ["type"] }]);
    expect(newPledgeSchema.safeParse({ copyOf: "../x" }).success).toBe(false);
    expect(newPledgeSchema.safeParse({ type: "policy" }).success).toBe(true);
  });
});
