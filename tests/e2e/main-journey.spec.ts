import type { Browser } from "@playwright/test";
import { type Language, languages } from "../../app/platform/i18n/languages";
import {
  appliesAsMember,
  clears,
  joins,
  pledges,
  registers,
  reviews,
  type Somebody,
  signsIn,
  somebody,
} from "../support/acts";
import { expect, test } from "../support/journey";

// Names that are not alike: the walks run beside each other, and likely duplicates are asked about (R9).
const walks: { lang: Language; javaScriptEnabled: boolean; mark: string; organisation: string; title: string }[] = [
  {
    lang: "en",
    javaScriptEnabled: true,
    mark: "reef",
    organisation: "Coral Reading Rooms",
    title: "A link for twelve reading rooms of the reef",
  },
  {
    lang: "ar",
    javaScriptEnabled: true,
    mark: "lagoon",
    organisation: "Lagoon Radio Collective",
    title: "Lagoon stations that carry lessons",
  },
  {
    lang: "en",
    javaScriptEnabled: false,
    mark: "mangrove",
    organisation: "Mangrove Keepers Union",
    title: "Sensors and a mast for mangrove villages",
  },
];

/** A person with a browser of their own. */
async function arrives(browser: Browser, lang: Language, javaScriptEnabled: boolean): Promise<Somebody> {
  const context = await browser.newContext({ javaScriptEnabled });
  return somebody(await context.newPage(), lang);
}

for (const { lang, javaScriptEnabled, mark, organisation, title } of walks)
  test(`an organisation joins, pledges, is reviewed, cleared by another person, and read by anyone, in ${lang} ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    mailTo,
    demoAccount,
  }) => {
    test.setTimeout(240_000);
    const email = `lead@${mark}-example.test`;
    const [lead, reviewer, approver, anyone] = await Promise.all(
      Array.from({ length: 4 }, () => arrives(browser, lang, javaScriptEnabled)),
    );
    if (!lead || !reviewer || !approver || !anyone) throw new Error("nobody came");

    await test.step("joins and registers", async () => {
      await joins(lead, { name: "Salote Example", email, password: "twelve rooms together" }, async () => {
        const { text } = await mailTo(email);
        return /https?:\/\/\S+confirmation\/\S+/.exec(text ?? "")?.[0] ?? "";
      });
      await registers(lead, organisation);
      await appliesAsMember(lead);
    });

    await test.step("is reviewed, and cleared by another person", async () => {
      await signsIn(reviewer, demoAccount("reviewer"));
      await signsIn(approver, demoAccount("approver"));
      await clears(approver, await reviews(reviewer, organisation));
    });

    const reference = await test.step("pledges", () => pledges(lead, title));

    await test.step("nothing of the pledge is public before it is cleared", async () => {
      const answer = await anyone.page.goto(`/${lang}/pledges/${reference}`);
      expect(answer?.status()).toBe(404);
    });

    await test.step("whoever reviewed the pledge cannot decide on it", async () => {
      const address = await reviews(reviewer, title);
      await reviewer.page.goto(address);
      await expect(reviewer.page.locator('form[action$="/decision"]')).toHaveCount(0);
      await clears(approver, address);
    });

    await test.step("what was cleared is there at once, in all six languages", async () => {
      for (const language of languages) {
        await expect
          .poll(async () => (await anyone.page.goto(`/${language}/pledges/${reference}`))?.status(), { timeout: 5_000 })
          .toBe(200);
        await expect(anyone.page.getByRole("heading", { level: 1 })).toContainText(title);
        await anyone.page.goto(`/${language}/compendium?q=${encodeURIComponent(mark)}`);
        await expect(anyone.page.getByRole("link", { name: title })).toBeVisible();
      }
      await expect(anyone.page.getByText("staff-only-7431")).toHaveCount(0);
    });

    await test.step("the pledger is told by mail", async () => {
      await mailTo(email, new RegExp(reference));
    });
    for (const { page } of [lead, reviewer, approver, anyone]) await page.context().close();
  });

test("a signed-in member of staff who belongs to the pledging organisation cannot open its case (R11)", async ({
  page,
  demoAccount,
  browser,
}) => {
  const reviewer = await arrives(browser, "en", true);
  await signsIn(reviewer, demoAccount("reviewer"));
  await reviewer.page.goto("/en/staff/due-diligence?view=all&q=Pacific+Reef");
  const address = await reviewer.page
    .getByRole("row")
    .filter({ hasText: "Solar" })
    .getByRole("link")
    .first()
    .getAttribute("href");
  const conflicted = somebody(page, "en");
  await signsIn(conflicted, demoAccount("reviewer and approver and author"));
  expect((await page.goto(address ?? ""))?.status()).toBe(403);
  await reviewer.page.context().close();
});
