const office = "application/vnd.openxmlformats-officedocument";

/** The kinds of file this application keeps. */
export type StoredContentType =
  | "application/pdf"
  | "image/png"
  | "image/jpeg"
  | "image/webp"
  | `${typeof office}.wordprocessingml.document`
  | `${typeof office}.spreadsheetml.sheet`
  | `${typeof office}.presentationml.presentation`;

const folders: [folder: string, type: StoredContentType][] = [
  ["word/document.xml", `${office}.wordprocessingml.document`],
  ["xl/workbook.xml", `${office}.spreadsheetml.sheet`],
  ["ppt/presentation.xml", `${office}.presentationml.presentation`],
];

/** Tells the kind of a file from its first and last bytes; undefined for every kind that is not kept, macros included. */
export function detectContentType(head: Buffer, tail: Buffer): StoredContentType | undefined {
  const begins = (bytes: string, at = 0) => head.subarray(at, at + bytes.length).toString("latin1") === bytes;
  if (begins("%PDF-")) return "application/pdf";
  if (begins("\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins("\xff\xd8\xff")) return "image/jpeg";
  if (begins("RIFF") && begins("WEBP", 8)) return "image/webp";
  if (!begins("PK\x03\x04")) return undefined;
  if (!tail.includes("[Content_Types].xml") || tail.includes("vbaProject.bin")) return undefined;
  return folders.find(([folder]) => tail.includes(folder))?.[1];
}
