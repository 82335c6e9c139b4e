import { describe, expect, test } from "vitest";
import { ListRefused, listLimits, readUnList } from "~/due-diligence/screening/formats/un-list";

/** Invented names only, in the format of the published list. */
const person = (id: number, name = "<FIRST_NAME>Zorvan</FIRST_NAME><SECOND_NAME>Quellim</SECOND_NAME>") =>
  `<INDIVIDUAL><DATAID>${id}</DATAID>${name}<UN_LIST_TYPE>Invented</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.${id}</REFERENCE_NUMBER>` +
  "<LISTED_ON>2020-01-02</LISTED_ON><NAME_ORIGINAL_SCRIPT>زورفان كويليم</NAME_ORIGINAL_SCRIPT>" +
  "<NATIONALITY><VALUE>Nowhere</VALUE></NATIONALITY>" +
  "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Зорван Квеллим</ALIAS_NAME></INDIVIDUAL_ALIAS>" +
  "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>佐尔万</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>";
const entity =
  "<ENTITY><DATAID>900</DATAID><FIRST_NAME>Brellith &amp; Sons Trading</FIRST_NAME>" +
  "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Brellith Group</ALIAS_NAME></ENTITY_ALIAS></ENTITY>";
const list = (individuals: string, head = '<?xml version="1.0" encoding="utf-8"?>') =>
  `${head}<CONSOLIDATED_LIST dateGenerated="2026-11-01T10:00:00.000Z"><INDIVIDUALS>${individuals}</INDIVIDUALS>` +
  `<ENTITIES>${entity}</ENTITIES></CONSOLIDATED_LIST>`;

/** In pieces of seven bytes, so that characters and tags are cut in two. */
async function* pieces(text: string | Uint8Array, size = 7) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const refusalOf = async (text: string | Uint8Array, limits = listLimits) => {
  const outcome: unknown = await readUnList(pieces(text), limits).catch((error: unknown) => error);
  return outcome instanceof ListRefused ? outcome.reason : outcome;
};

describe("the UN Security Council consolidated list", () => {
  test("is read with persons and entities, in every script, and keeps which alias is of low quality", async () => {
    const { generatedAt, entries } = await readUnList(pieces(list(person(1))));
    expect(generatedAt).toBe("2026-11-01T10:00:00.000Z");
    expect(entries).toEqual([
      {
        kind: "individual",
        dataId: "1",
        reference: "XXi.1",
        listType: "Invented",
        listedOn: "2020-01-02",
        nationalities: ["Nowhere"],
        names: [
          { name: "Zorvan Quellim", low: false },
          { name: "زورفان كويليم", low: false },
          { name: "Зорван Квеллим", low: false },
          { name: "佐尔万", low: true },
        ],
      },
      expect.objectContaining({
        kind: "entity",
        names: [
          { name: "Brellith & Sons Trading", low: false },
          { name: "Brellith Group", low: false },
        ],
      }),
    ]);
  });

  const whole = list(person(1));
  const billion = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  test.each([
    ["cut off", whole.slice(0, -30), "malformed"],
    ["cut off within a character", new TextEncoder().encode(whole).subarray(0, 378), "malformed"],
    ["empty", "", "malformed"],
    ["with tags that do not close", whole.replace("</INDIVIDUALS>", ""), "malformed"],
    ["with an entity it does not declare", whole.replace("Zorvan", "&other;"), "malformed"],
    ["with entities that multiply", list(person(1), billion), "declarations"],
    ["with an entity from outside", list(person(1), outside), "declarations"],
    ["with the same number twice", list(person(1) + person(1)), "malformed"],
    ["with an entry without a name", list("<INDIVIDUAL><DATAID>1</DATAID></INDIVIDUAL>"), "malformed"],
    ["of another format", "<html><body/></html>", "not_the_list"],
    ["without a date", whole.replace(/ dateGenerated="[^"]+"/, ""), "not_the_list"],
    ["that is not UTF-8", new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]), "not_text"],
    ["nested without end", list("<A>".repeat(50)), "malformed"],
  ])("%s is refused", async (_name, text, reason) => {
    const refused = await refusalOf(text);
    if (_name.includes("character")) expect(["malformed", "not_text"]).toContain(refused);
    else expect(refused).toBe(reason);
  });

  test("larger than stated is refused while it still comes in, and so are too many entries", async () => {
    expect(await refusalOf(whole, { ...listLimits, bytes: 500 })).toBe("too_large");
    expect(await refusalOf(list(person(1) + person(2)), { ...listLimits, entries: 2 })).toBe("too_many");
  });
});
