import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Transition } from "~/access/lifecycle";
import type { ProfileProposal } from "~/platform/db/generated/client";
import type { ProfileProposalState } from "~/platform/db/generated/enums";
import { Conflict, found, Refused } from "~/platform/errors";
import { openStates, publicStates } from "../lifecycle";
import { followNames } from "../names/transitions.server";
import type { ProfileInput } from "../schema";
import { lockForMember, lockOrganisation } from "../transitions.server";
import { type ProposalMove, proposalLife } from "./lifecycle";
import { difference, type ProfileValues } from "./model";
import type { ProposalAnswer } from "./schema";

/** What a page showed: another version by now means that somebody was faster. */
interface Seen {
  version: number;
  /** Of the proposal that waits already; missing if there was none. */
  proposal?: number | undefined;
}

const silent: readonly string[] = ["suspended", "removed", "closed"];

/**
 * Proposes other texts for the public page (R13); what stands now stays until a member of staff accepts them. A proposal that waits already is
 * replaced. Throws `Conflict` if nothing would change, in states in which facts are still open, and if somebody was faster.
 */
export async function proposeProfile(
  actor: Actor,
  id: string,
  values: ProfileInput,
  seen: Seen,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.change_profile", receipt }, async (run) => {
    const organisation = await lockForMember(run, id, "organisation.change_profile");
    if (run.actor.kind !== "person") throw new Refused("organisation.change_profile");
    if (openStates.includes(organisation.state) || silent.includes(organisation.state))
      throw new Conflict("organisations:error.state_changed");
    const waiting = await run.tx.profileProposal.findFirst({ where: { organisationId: id, state: "submitted" } });
    if (organisation.version !== seen.version || waiting?.version !== seen.proposal) throw new Conflict();
    const { before, after } = difference(organisation, values);
    const changed = Object.keys(after);
    if (changed.length === 0) throw new Conflict("profiles:error.nothing_changed");
    const what = { before, after, proposedAt: run.now, proposedBy: run.actor.id };
    const proposal = waiting
      ? await run.tx.profileProposal.update({
          where: { id: waiting.id },
          data: { ...what, version: { increment: 1 } },
        })
      : await run.tx.profileProposal.create({ data: { ...what, organisationId: id } });
    run.record({
      event: "organisation.profile_proposed",
      subjectType: "profile_proposal",
      subjectId: proposal.id,
      organisationId: id,
      data: { changed },
      tell: ["secretariat"],
    });
  });
}

/** Takes back what waits; what readers see stays as it is. Throws `Conflict` if nothing waits any more. */
export async function takeBackProfile(actor: Actor, organisationId: string): Promise<void> {
  await command({ actor, name: "organisation.change_profile" }, async (run) => {
    await lockForMember(run, organisationId, "organisation.change_profile");
    const waiting = await run.tx.profileProposal.findFirst({ where: { organisationId, state: "submitted" } });
    if (!waiting) throw new Conflict();
    await move(run, waiting, "take_back");
  });
}

/**
 * One member of staff without a conflict of interest accepts or refuses a proposal (R13). Accepted, the texts are public at once and the address
 * follows the name. Throws `Conflict` if it was answered, taken back or replaced meanwhile.
 */
export async function answerProposal(
  actor: Actor,
  id: string,
  { version, answer, reason }: ProposalAnswer,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.accept_profile", receipt }, async (run) => {
    const { organisationId } = found(
      await run.tx.profileProposal.findUnique({ where: { id }, select: { organisationId: true } }),
    );
    const organisation = await lockOrganisation(run.tx, organisationId);
    run.check("organisation.accept_profile", { organisationId });
    const proposal = found(await run.tx.profileProposal.findUnique({ where: { id } }));
    if (proposal.state !== "submitted") throw new Conflict("profiles:error.answered_already");
    if (proposal.version !== version) throw new Conflict("profiles:error.changed");
    const accepted = answer === "accept";
    if (accepted) {
      if (silent.includes(organisation.state)) throw new Conflict("organisations:error.state_changed");
      const after = await run.tx.organisation.update({
        where: { id: organisationId },
        data: { ...(proposal.after as ProfileValues), version: { increment: 1 } },
      });
      await followNames(run, organisation, after);
    }
    await move(run, proposal, answer, reason, accepted && publicStates.includes(organisation.state));
  });
}

async function move(
  run: Run,
  proposal: ProfileProposal,
  name: ProposalMove,
  reason?: string,
  visible = false,
): Promise<void> {
  const row: Transition<ProfileProposalState> = proposalLife[name];
  if (row.to === "before_suspension") return;
  const { count } = await run.tx.profileProposal.updateMany({
    where: { id: proposal.id, state: { in: [...row.from] }, version: proposal.version },
    data: {
      state: row.to,
      reason: row.reason === "required" ? (reason ?? null) : null,
      answeredAt: run.now,
      answeredBy: run.actor.kind === "person" ? run.actor.id : null,
      version: { increment: 1 },
    },
  });
  if (count !== 1) throw new Conflict("profiles:error.answered_already");
  run.record({
    event: row.event,
    subjectType: "profile_proposal",
    subjectId: proposal.id,
    organisationId: proposal.organisationId,
    data: { changed: Object.keys(proposal.after as ProfileValues) },
    tell: row.tell,
    public: visible,
  });
}
