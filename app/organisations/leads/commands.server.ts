import type { Actor } from "~/access/actor";
import { command, type Receipt } from "~/access/command.server";
import { Conflict, Invalid, Refused } from "~/platform/errors";
import { deserted } from "../invitations/transitions.server";
import { leadCount } from "../people/transitions.server";
import { lockForMember } from "../transitions.server";
import type { Appointment } from "./schema";

/**
 * Makes the owner of an account lead of an organisation that has no lead who can be reached, on a letter of the organisation (R5). What the
 * secretariat writes about the letter is kept beside the trail. Throws `Invalid` for an address without an account, `Conflict`.
 */
export async function appointLead(
  actor: Actor,
  organisationId: string,
  { email, evidence }: Appointment,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.appoint_lead", receipt }, async (run) => {
    const organisation = await lockForMember(run, organisationId, "organisation.appoint_lead");
    if (deserted.includes(organisation.state)) throw new Conflict("organisations:error.state_changed");
    if (await leadCount(run.tx, organisationId)) throw new Conflict("people:error.has_lead");
    const account = await run.tx.account.findUnique({ where: { email } });
    if (account?.state !== "active") throw new Invalid({ email: ["people:error.no_account"] });
    const own = { organisationId, accountId: account.id };
    // Nobody gives a role to themselves (R10).
    if (actor.kind === "person" && account.id === actor.id) throw new Refused("organisation.appoint_lead", own);
    const { count } = await run.tx.membership.updateMany({ where: { ...own, endedAt: null }, data: { role: "lead" } });
    if (count === 0) await run.tx.membership.create({ data: { ...own, role: "lead", startedAt: run.now } });
    await run.tx.joinRequest.updateMany({
      where: { ...own, state: "open" },
      data: { state: "accepted", answeredAt: run.now, answeredBy: actor.kind === "person" ? actor.id : null },
    });
    run.record({
      event: "organisation.lead_appointed",
      subjectType: "organisation",
      subjectId: organisationId,
      organisationId,
      data: { accountId: account.id },
      reason: evidence,
      tell: ["organisation_people"],
    });
  });
}
