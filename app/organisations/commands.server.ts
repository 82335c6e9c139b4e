import { isDeepStrictEqual } from "node:util";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Organisation } from "~/platform/db/generated/client";
import { Conflict, found, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { FileRefused, putFile, removeFile, type StoredFile } from "~/platform/storage.server";
import { openStates } from "./lifecycle";
import { followNames } from "./names/transitions.server";
import { type DetailsInput, documentBytes, type KeyPersonInput, type ProfileInput } from "./schema";
import { lockForMember, moveOrganisation } from "./transitions.server";

/** Documents one organisation may keep. */
const maxDocuments = 30;
/** Leaders, board members and owners one organisation may name. */
const maxKeyPeople = 60;

/**
 * Changes what readers will see and, if given, the official facts: possible only while nobody checks them (R13). Later, what readers see is
 * proposed (`proposeProfile`).
 */
export async function changeProfile(
  actor: Actor,
  id: string,
  values: ProfileInput | DetailsInput,
  expectedVersion: number,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.change_profile", receipt }, async (run) => {
    const before = await lockForMember(run, id, "organisation.change_profile");
    if (!openStates.includes(before.state)) throw new Conflict("organisations:error.facts_fixed");
    const profile = { shortName: null, names: {}, description: null, website: null, publicContact: null };
    const official = {
      country: null,
      legalForm: null,
      registrationNumber: null,
      registrationAuthority: null,
      yearFounded: null,
      hostOrganisation: null,
    };
    // What was left empty becomes unknown, not what it was before.
    const data = { ...profile, ...("officialName" in values ? official : {}), ...values };
    const changed = Object.entries(data)
      .filter(([name, value]) => !isDeepStrictEqual(before[name as keyof Organisation], value))
      .map(([name]) => name);
    const { count } = await run.tx.organisation.updateMany({
      where: { id, version: expectedVersion },
      data: { ...data, version: { increment: 1 } },
    });
    if (count !== 1) throw new Conflict();
    await followNames(run, before, found(await run.tx.organisation.findUnique({ where: { id } })));
    run.record({
      event: "organisation.profile_changed",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { changed },
    });
  });
}

/** Sends the registration again after changes were asked for. */
export async function resubmitOrganisation(actor: Actor, id: string, receipt?: Receipt | null): Promise<void> {
  await command({ actor, name: "organisation.resubmit", receipt }, async (run) => {
    await lockForMember(run, id, "organisation.resubmit");
    await moveOrganisation(run, id, "resubmit");
  });
}

/** The one appeal against a refusal, within 60 days (R12). */
export async function appealOrganisation(
  actor: Actor,
  id: string,
  reason: string,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.appeal", receipt }, async (run) => {
    await lockForMember(run, id, "organisation.appeal");
    await moveOrganisation(run, id, "appeal", { reason });
  });
}

/**
 * Keeps a document, such as the registration document (R15); staff and the organisation see it. The kind is read from its content.
 * Throws `Invalid` on `file` where it is too large or of another kind.
 */
export async function uploadDocument(
  actor: Actor,
  id: string,
  file: File,
  receipt?: Receipt | null,
): Promise<{ id: string }> {
  const kept = await keep(file);
  let document: { id: string; key: string } | undefined;
  try {
    document = await addDocument(actor, id, { ...kept, fileName: plainName(file.name) }, receipt);
    return { id: document.id };
  } finally {
    // Refused, or the same form sent twice: nothing points to this copy.
    if (document?.key !== kept.key) await removeFile(kept.key);
  }
}

async function keep(file: File): Promise<StoredFile> {
  try {
    return await putFile(file.stream(), { maxBytes: documentBytes });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const message =
      error.reason === "too_large"
        ? msg("error.file_too_large", { size: "10 MB" })
        : msg("error.file_type", { types: "PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX" });
    throw new Invalid({ file: [message] });
  }
}

/** The name a file came with, without folders, control characters and marks that turn the reading direction. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim()
    .slice(-200) || "–";

/** Adds a document that is already kept in storage. */
async function addDocument(
  actor: Actor,
  id: string,
  file: StoredFile & { fileName: string },
  receipt?: Receipt | null,
): Promise<{ id: string; key: string }> {
  return command({ actor, name: "organisation.change_profile", receipt }, async (run) => {
    await lockForMember(run, id, "organisation.change_profile");
    if ((await run.tx.organisationDocument.count({ where: { organisationId: id } })) >= maxDocuments)
      throw new Conflict("organisations:error.too_many_documents");
    const document = await run.tx.organisationDocument.create({
      data: {
        organisationId: id,
        storageKey: file.key,
        fileName: file.fileName,
        mediaType: file.contentType,
        bytes: file.size,
        uploadedBy: actor.kind === "person" ? actor.id : id,
        uploadedAt: run.now,
      },
    });
    run.record({
      event: "organisation.document_added",
      subjectType: "organisation",
      subjectId: id,
      organisationId: id,
      data: { documentId: document.id, bytes: file.size },
    });
    return { id: document.id, key: file.key };
  });
}

/** Names a leader, board member or owner; only while the facts are open (R13). */
export async function addKeyPerson(
  actor: Actor,
  id: string,
  values: KeyPersonInput,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.change_profile", receipt }, async (run) => {
    await lockOpenFacts(run, id);
    if ((await run.tx.keyPerson.count({ where: { organisationId: id } })) >= maxKeyPeople)
      throw new Conflict("organisations:error.too_many_people");
    const person = await run.tx.keyPerson.create({ data: { ...values, organisationId: id } });
    recordKeyPerson(run, id, "organisation.key_person_added", person.id, values.role);
  });
}

/** Takes a leader, board member or owner off the list; the last named highest leader stays (R15). */
export async function removeKeyPerson(
  actor: Actor,
  id: string,
  personId: string,
  receipt?: Receipt | null,
): Promise<void> {
  await command({ actor, name: "organisation.change_profile", receipt }, async (run) => {
    await lockOpenFacts(run, id);
    const person = found(await run.tx.keyPerson.findFirst({ where: { id: personId, organisationId: id } }));
    const leaders = await run.tx.keyPerson.count({ where: { organisationId: id, role: "highest_leader" } });
    if (person.role === "highest_leader" && leaders <= 1) throw new Conflict("organisations:error.no_leader_named");
    await run.tx.keyPerson.delete({ where: { id: personId } });
    recordKeyPerson(run, id, "organisation.key_person_removed", personId, person.role);
  });
}

async function lockOpenFacts(run: Run, id: string): Promise<void> {
  const organisation = await lockForMember(run, id, "organisation.change_profile");
  if (!openStates.includes(organisation.state)) throw new Conflict("organisations:error.facts_fixed");
}

function recordKeyPerson(run: Run, id: string, event: string, personId: string, role: string): void {
  run.record({ event, subjectType: "organisation", subjectId: id, organisationId: id, data: { personId, role } });
}
