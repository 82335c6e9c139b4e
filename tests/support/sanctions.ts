/** A list in the UN's published format, with invented names only. */
export interface InventedEntry {
  id: number;
  name: string;
  original?: string;
  aliases?: { name: string; quality?: "Good" | "Low" }[];
  entity?: boolean;
}

const element = ({ id, name, original, aliases = [], entity }: InventedEntry) => {
  const tag = entity ? "ENTITY" : "INDIVIDUAL";
  const alias = ({ name: text, quality = "Good" }: NonNullable<InventedEntry["aliases"]>[number]) =>
    `<${tag}_ALIAS><QUALITY>${quality}</QUALITY><ALIAS_NAME>${text}</ALIAS_NAME></${tag}_ALIAS>`;
  return (
    `<${tag}><DATAID>${id}</DATAID><FIRST_NAME>${name}</FIRST_NAME><REFERENCE_NUMBER>XXi.${id}</REFERENCE_NUMBER>` +
    `${original ? `<NAME_ORIGINAL_SCRIPT>${original}</NAME_ORIGINAL_SCRIPT>` : ""}${aliases.map(alias).join("")}</${tag}>`
  );
};

export const listXml = (entries: InventedEntry[], generated = "2026-11-01T10:00:00.000Z") =>
  `<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="${generated}">` +
  `<INDIVIDUALS>${entries
    .filter((one) => !one.entity)
    .map(element)
    .join("")}</INDIVIDUALS>` +
  `<ENTITIES>${entries
    .filter((one) => one.entity)
    .map(element)
    .join("")}</ENTITIES></CONSOLIDATED_LIST>`;

export const listFile = (text: string | Blob) => new File([text], "consolidated.xml", { type: "text/xml" });
