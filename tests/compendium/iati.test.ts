import { SaxesParser } from "saxes";
import { beforeAll, describe, expect, test } from "vitest";
import { wholeDay } from "~/compendium/formats/iati";
import { getIatiActivities } from "~/compendium/iati/queries.server";
import { useDatabase } from "../support/database";
import { inDollars, insertPledge } from "../support/rows";

useDatabase();

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** Reads XML strictly: what is not well-formed throws. */
function read(xml: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

/** The order in which IATI 2.03 wants the elements of an activity that we write. */
const order = [
  ...["iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status"],
  ...["activity-date", "recipient-country", "recipient-region", "sector", "tag", "transaction", "document-link"],
];

let activities: Element[] = [];
const named = ({ children }: Element, name: string) => children.filter((child) => child.name === name);
const about = (title: string) => activities.find((one) => named(one, "title")[0]?.children[0]?.text === title)!;

beforeAll(async () => {
  await insertPledge(
    {},
    {
      ...inDollars(5n),
      title: "Masts & <wires>",
      startsOn: "2024-03",
      endsOn: "2028",
      sdgs: [9],
      focusAreas: ["access", "adoption", "accelerate"],
    },
  );
  await insertPledge(
    {},
    { ...inDollars(7n), title: "A yearly sum", amountBasis: "per_year", years: 3, startsOn: "2099" },
  );
  await insertPledge({}, { ...inDollars(7n), title: "Of others", amountOrigin: "mobilised", scope: "global" });
  await insertPledge({ state: "completed" }, { title: "Done", type: "policy" });
  await insertPledge({ state: "discontinued" }, { title: "Given up" });
  await insertPledge({ state: "unpublished" }, { title: "A draft" });
  const root = read(await getIatiActivities());
  expect(root).toMatchObject({ name: "iati-activities", attributes: { version: "2.03" } });
  activities = root.children;
});

describe("pledges as IATI activities", () => {
  test("are those that count, and no others", () => {
    const titles = activities.map((one) => named(one, "title")[0]?.children[0]?.text);
    expect(titles.sort()).toEqual(["A yearly sum", "Done", "Masts & <wires>", "Of others"]);
  });

  test("have every element that the standard demands, in its order", () => {
    for (const activity of activities) {
      const places = activity.children.map(({ name }) => order.indexOf(name));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
      for (const name of order.slice(0, 7)) expect(named(activity, name).length, name).toBeGreaterThan(0);
    }
  });

  test("state the money as an outgoing pledge, for all its years, and no money of others", () => {
    const [transaction] = named(about("A yearly sum"), "transaction");
    expect(transaction?.children[0]?.attributes.code).toBe("12");
    expect(transaction?.children[2]?.text).toBe("21.00");
    expect(named(about("Of others"), "transaction")).toEqual([]);
    expect(named(about("Of others"), "recipient-region")[0]?.attributes.code).toBe("998");
  });

  test("write whole days, and percentages that sum to the whole", () => {
    const masts = about("Masts & <wires>");
    expect(named(masts, "activity-date").map(({ attributes }) => attributes["iso-date"])).toEqual([
      "2024-03-01",
      "2028-12-31",
    ]);
    expect(named(masts, "sector").reduce((sum, { attributes }) => sum + Number(attributes.percentage), 0)).toBeCloseTo(
      100,
    );
    expect(wholeDay("2024-02", true)).toBe("2024-02-29");
  });

  test("say how far they are", () => {
    const status = (title: string) => named(about(title), "activity-status")[0]?.attributes.code;
    expect([status("A yearly sum"), status("Masts & <wires>"), status("Done")]).toEqual(["1", "2", "4"]);
  });
});
