import { SaxesParser } from "saxes";

export interface ListedName {
  name: string;
  /** The list itself calls the alias one of low quality. */
  low: boolean;
}

/** A person or entity of the UN Security Council consolidated list, with every name it goes by. */
export interface ListedEntry {
  kind: "individual" | "entity";
  dataId: string;
  reference: string | null;
  listType: string | null;
  listedOn: string | null;
  nationalities: string[];
  names: ListedName[];
}

export interface ListedEntries {
  generatedAt: string;
  entries: ListedEntry[];
}

export type ListRefusal = "too_large" | "not_text" | "declarations" | "malformed" | "not_the_list" | "too_many";

/** The file was refused as a whole: nothing of it is used. */
export class ListRefused extends Error {
  constructor(readonly reason: ListRefusal) {
    super(reason);
  }
}

/** What one file may hold: several times what the published list holds. */
export const listLimits = { bytes: 10 * 1024 * 1024, entries: 20_000, depth: 12, text: 10_000 };

const kinds: Record<string, ListedEntry["kind"]> = { INDIVIDUAL: "individual", ENTITY: "entity" };
const nameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

type Fields = Record<string, string[]>;

/**
 * Reads the list in its published XML format piece by piece, never holding the text whole. Throws `ListRefused` for a file that is larger
 * than `listLimits`, not UTF-8, cut off or malformed, of another format, or that declares a document type or entities of its own.
 */
export async function readUnList(bytes: AsyncIterable<Uint8Array>, limits = listLimits): Promise<ListedEntries> {
  const reading = startReading(limits);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > limits.bytes) throw new ListRefused("too_large");
    reading.write(decode(decoder, chunk));
  }
  reading.write(decode(decoder));
  return reading.end();
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new ListRefused("not_text");
  }
}

function startReading(limits: typeof listLimits) {
  const parser = new SaxesParser();
  const path: string[] = [];
  const found = new Map<string, ListedEntry>();
  let generatedAt = "";
  let fields: Fields = {};
  let text = "";
  const refuse = (reason: ListRefusal) => {
    throw new ListRefused(reason);
  };
  parser.on("doctype", () => refuse("declarations"));
  parser.on("error", () => refuse("malformed"));
  parser.on("opentag", ({ name, attributes }) => {
    if (path.length === 0 && name !== "CONSOLIDATED_LIST") refuse("not_the_list");
    if (path.length === 0) generatedAt = String(attributes.dateGenerated ?? "");
    path.push(name);
    if (path.length > limits.depth) refuse("malformed");
    if (path.length === 3) fields = {};
    text = "";
  });
  parser.on("text", (part) => {
    text += part;
    if (text.length > limits.text) refuse("malformed");
  });
  parser.on("closetag", ({ name }) => {
    const kind = path.length === 3 ? kinds[name] : undefined;
    if (kind) {
      const entry = entryOf(kind, fields);
      if (!entry || found.has(entry.dataId)) return refuse("malformed");
      found.set(entry.dataId, entry);
      if (found.size > limits.entries) refuse("too_many");
    } else if (path.length > 3) {
      const key = path.slice(3).join("/");
      fields[key] = [...(fields[key] ?? []), text.trim()];
    }
    path.pop();
    text = "";
  });
  return {
    write: (part: string) => void parser.write(part),
    end(): ListedEntries {
      parser.close();
      if (found.size === 0 || Number.isNaN(Date.parse(generatedAt))) refuse("not_the_list");
      return { generatedAt, entries: [...found.values()] };
    },
  };
}

/** The entry that the fields of one element give; null where it has no number or no name. */
function entryOf(kind: ListedEntry["kind"], fields: Fields): ListedEntry | null {
  const one = (key: string) => fields[key]?.[0] || null;
  const alias = kind === "individual" ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS";
  const dataId = one("DATAID");
  const qualities = fields[`${alias}/QUALITY`] ?? [];
  const names = [
    { name: nameParts.flatMap((part) => one(part) ?? []).join(" "), low: false },
    { name: one("NAME_ORIGINAL_SCRIPT") ?? "", low: false },
    ...(fields[`${alias}/ALIAS_NAME`] ?? []).map((name, index) => ({ name, low: qualities[index] === "Low" })),
  ].filter(({ name }) => name !== "");
  if (!dataId || names.length === 0) return null;
  return {
    kind,
    dataId,
    reference: one("REFERENCE_NUMBER"),
    listType: one("UN_LIST_TYPE"),
    listedOn: one("LISTED_ON"),
    nationalities: (fields["NATIONALITY/VALUE"] ?? []).filter(Boolean),
    names,
  };
}
