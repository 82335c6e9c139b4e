import { expect, test } from "../support/journey";

const greetings = { ar: "rtl", zh: "ltr", en: "ltr", fr: "ltr", ru: "ltr", es: "ltr" };

for (const [lang, direction] of Object.entries(greetings)) {
  test(`the home page answers in ${lang}, reads ${direction}, and links to the other five languages`, async ({
    page,
  }) => {
    await page.goto(`/${lang}`);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const other of Object.keys(greetings))
      await expect(page.locator(`a[hreflang="${other}"]`).first()).toBeVisible();
  });
}

test("the bare address leads to the language the browser asks for", async ({ browser }) => {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page).toHaveURL(/\/fr$/);
  await context.close();
});

test("an address that does not exist says so, and offers a way on", async ({ page }) => {
  const answer = await page.goto("/en/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});
