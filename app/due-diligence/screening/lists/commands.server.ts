import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "~/access/actor";
import { command, type Receipt, type Run } from "~/access/command.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { msg } from "~/platform/i18n/message";
import { personId } from "../../commands.server";
import { screeningEvents } from "../events";
import { type ListedEntries, type ListedEntry, ListRefused, readUnList } from "../formats/un-list";
import { searchForms } from "../model";
import { enqueueScreening } from "../projections.server";
import { compareLists, detailsOf } from "./model";

/**
 * Reads an uploaded list and keeps it beside the one in use, with what it would change; an earlier prepared one makes room. Throws
 * `Invalid` on `file` for what the reader refuses: then nothing changed.
 */
export async function prepareList(actor: Actor, file: File, receipt?: Receipt | null): Promise<{ id: string }> {
  const hash = createHash("sha256");
  const list = await readOrRefuse(withHash(file.stream(), hash));
  const sha256 = hash.digest("hex");
  return command({ actor, name: "screening.change_list", receipt }, async (run) => {
    await lockLists(run.tx);
    const current = await run.tx.sanctionsList.findFirst({ where: { state: "current" }, include: { entries: true } });
    if (current && current.generatedAt.getTime() > Date.parse(list.generatedAt))
      throw new Invalid({ file: [msg("screening:error.older")] });
    if (current?.sha256 === sha256) throw new Invalid({ file: [msg("screening:error.same")] });
    await run.tx.sanctionsList.deleteMany({ where: { state: "prepared" } });
    const id = randomUUID();
    const rows = list.entries.map((entry) => rowOf(id, entry));
    await run.tx.sanctionsList.create({
      data: {
        id,
        generatedAt: new Date(list.generatedAt),
        fileName: file.name.slice(-200),
        sha256,
        individuals: rows.filter(({ kind }) => kind === "individual").length,
        entities: rows.filter(({ kind }) => kind === "entity").length,
        names: list.entries.reduce((sum, { names }) => sum + names.length, 0),
        changes: compareLists(current?.entries ?? [], rows),
        uploadedBy: personId(actor),
        uploadedAt: run.now,
      },
    });
    await run.tx.sanctionsEntry.createMany({ data: rows });
    await run.tx.sanctionsName.createMany({
      data: list.entries.flatMap(({ names }, index) =>
        names.map(({ name, low }) => ({
          entryId: rows[index]?.id ?? "",
          name,
          lowQuality: low,
          ...searchForms(name),
        })),
      ),
    });
    recordList(run, id, "prepared", { entries: rows.length });
    return { id };
  });
}

async function readOrRefuse(bytes: AsyncIterable<Uint8Array>): Promise<ListedEntries> {
  try {
    return await readUnList(bytes);
  } catch (error) {
    if (error instanceof ListRefused) throw new Invalid({ file: [msg(`screening:error.${error.reason}`)] });
    throw error;
  }
}

async function* withHash(stream: ReadableStream<Uint8Array>, hash: { update(chunk: Uint8Array): unknown }) {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    hash.update(piece.value);
    yield piece.value;
  }
}

function rowOf(listId: string, entry: ListedEntry) {
  const details = detailsOf(entry);
  const telling = [entry.kind, [...details.names].sort(), [...entry.nationalities].sort()];
  return {
    id: randomUUID(),
    listId,
    kind: entry.kind,
    dataId: entry.dataId,
    fingerprint: createHash("sha256").update(JSON.stringify(telling)).digest("hex"),
    name: details.names[0] ?? "",
    reference: entry.reference,
    details: { ...details },
  };
}

/** Takes the prepared list into use: from now on everyone waits to be screened with it, in the background. Throws `Conflict` where it is gone. */
export async function takeListIntoUse(actor: Actor, listId: string, receipt?: Receipt | null): Promise<void> {
  await command({ actor, name: "screening.change_list", receipt }, async (run) => {
    await lockLists(run.tx);
    await run.tx.sanctionsList.updateMany({ where: { state: "current" }, data: { state: "replaced" } });
    const { count } = await run.tx.sanctionsList.updateMany({
      where: { id: listId, state: "prepared" },
      data: { state: "current", takenBy: personId(actor), takenAt: run.now },
    });
    if (count !== 1) throw new Conflict("screening:error.not_prepared");
    // Hits keep what they need of an entry: entries of lists no longer used are not kept (R33).
    await run.tx.sanctionsEntry.deleteMany({ where: { list: { state: "replaced" } } });
    recordList(run, listId, "taken");
    await enqueueScreening(run.tx);
  });
}

/** Removes the prepared list; the one in use stays. Throws `Conflict` where it is gone. */
export async function discardList(actor: Actor, listId: string, receipt?: Receipt | null): Promise<void> {
  await command({ actor, name: "screening.change_list", receipt }, async (run) => {
    await lockLists(run.tx);
    const { count } = await run.tx.sanctionsList.deleteMany({ where: { id: listId, state: "prepared" } });
    if (count !== 1) throw new Conflict("screening:error.not_prepared");
    recordList(run, listId, "discarded");
  });
}

/** One change of lists at a time. */
const lockLists = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sanctions_lists'))`;

function recordList(
  run: Run,
  id: string,
  event: "prepared" | "taken" | "discarded",
  data: Record<string, number> = {},
) {
  run.record({
    event: screeningEvents[event],
    subjectType: "sanctions_list",
    subjectId: id,
    organisationId: null,
    data,
  });
}
